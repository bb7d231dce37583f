package io.spanloom.processor;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import aj.org.objectweb.asm.ClassReader;
import aj.org.objectweb.asm.ClassVisitor;
import aj.org.objectweb.asm.MethodVisitor;
import aj.org.objectweb.asm.Opcodes;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.testing.compile.Compilation;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles classes of every shape, runs them with the stock AspectJ agent and the generated weaving
 * file, and looks at the spans.
 */
class WeavingTest {

  private static final Path SOURCES = Path.of("src", "test", "resources", "woven");

  private static final Path SPANS = Path.of("src", "test", "resources", "woven-spans.txt");

  @TempDir private static Path directory;

  private static Path classes;
  private static List<String> output;

  @BeforeAll
  static void compileAndRun() throws Exception {
    Compilation compilation = Compilations.strict().compile(Compilations.sources(SOURCES));
    assertThat(compilation.status())
        .as(() -> compilation.diagnostics().toString())
        .isEqualTo(Compilation.Status.SUCCESS);
    classes = directory.resolve("classes");
    for (JavaFileObject file : Compilations.generated(compilation)) {
      save(file);
    }
    Files.writeString(
        classes.resolve("META-INF/aop.xml"),
        "<aspectj><weaver><dump within=\"shapes..*\"/></weaver></aspectj>");
    output = run("shapes.AllShapes");
  }

  @Test
  void everyMethodOfTheModelOpensExactlyOneSpan() throws IOException {
    List<String> expected = spanNames();
    assertThat(expected).hasSizeGreaterThan(45);
    assertThat(
            output.stream().filter(line -> line.startsWith("span ")).map(line -> line.substring(5)))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void valuesArriveAsAttributes() throws IOException {
    if (GoldenFiles.areUpdated()) {
      Files.write(SPANS, output);
    }
    assertThat(output).containsExactlyElementsOf(Files.readAllLines(SPANS));
  }

  /** A test of an argument's type at run time is false for null, and the span would be missing. */
  @Test
  void noAdviceDependsOnTheRunTimeTypesOfArguments() throws IOException {
    try (Stream<Path> woven = Files.walk(directory.resolve("_ajdump/shapes"))) {
      List<Path> files = woven.filter(file -> file.toString().endsWith(".class")).toList();
      assertThat(files).hasSizeGreaterThan(10);
      for (Path file : files) {
        assertThat(typeTests(Files.readAllBytes(file))).as(file.toString()).isZero();
      }
    }
  }

  private static int typeTests(byte[] woven) {
    AtomicInteger found = new AtomicInteger();
    MethodVisitor instructions =
        new MethodVisitor(Opcodes.ASM9) {
          @Override
          public void visitTypeInsn(int opcode, String type) {
            if (opcode == Opcodes.INSTANCEOF) {
              found.incrementAndGet();
            }
          }
        };
    ClassVisitor methods =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] thrown) {
            return instructions;
          }
        };
    new ClassReader(woven).accept(methods, 0);
    return found.get();
  }

  private static void save(JavaFileObject file) throws IOException {
    Path target = classes.resolve(Compilations.pathOf(file));
    Files.createDirectories(target.getParent());
    try (InputStream stream = file.openInputStream()) {
      Files.write(target, stream.readAllBytes());
    }
  }

  private static List<String> run(String main) throws IOException, InterruptedException {
    String classPath =
        Stream.concat(Stream.of(classes.toFile()), RuntimeClasses.classPath().stream())
            .map(File::getAbsolutePath)
            .collect(joining(File.pathSeparator));
    File agent =
        RuntimeClasses.classPath().stream()
            .filter(file -> file.getName().startsWith("aspectjweaver"))
            .findFirst()
            .orElseThrow();
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-javaagent:" + agent.getAbsolutePath(),
                "-cp",
                classPath,
                main)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    String text = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor()).as(text).isZero();
    return text.lines().toList();
  }

  private static List<String> spanNames() throws IOException {
    List<String> names = new ArrayList<>();
    Path model = classes.resolve("META-INF/spanloom/span-model.json");
    try (JsonParser json = new JsonFactory().createParser(model.toFile())) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.FIELD_NAME && json.currentName().equals("spanName")) {
          names.add(json.nextTextValue());
        }
      }
    }
    return names;
  }
}
