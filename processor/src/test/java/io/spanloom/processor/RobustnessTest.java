package io.spanloom.processor;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import io.spanloom.annotations.Task;
import io.spanloom.processor.read.SourcePlaces;
import io.spanloom.processor.report.Diagnostics;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The processor neither falls over broken sources nor talks over javac's own errors. */
class RobustnessTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A { @Task Missing run() { return null; } }",
        "class A { @Task void run(Missing missing) {} }",
        "class A { @Task void run(List<Missing> missing) {} }",
        "class A { @Task <T extends Missing> void run(T missing) {} }",
        "class A extends Missing { @Task void run(@Attribute(key = \"a.b\", path = \"c\") A a) {} }",
        "class A { @Task void run(@Attribute(key = \"a.b\", path = \"c\") B b) {} } class B extends Missing {}",
        "class A { @Task void run(@Attribute(key = \"a.b\", path = \"c\") B b) {} } class B { Missing c; }",
        "class A extends A { @Task void run(@Attribute(key = \"a.b\", path = \"c\") A a) {} }",
        "class A { @Task(MISSING) void run() {} }",
        "class A { @Task void run(@Attribute(key = Missing.KEY) int a) {} }",
        "class A { @Task void run(@Attribute(path = \"a\") int a) {} }",
        "class A { @Task(kind = Task.Kind.MISSING) void run() {} }",
        "class A { @Tool(wrong = 1) void run() {} }",
        "class A { @Task void run(Map<String> map) {} }",
        "class A<T extends T> { @Task void run(T t) {} }",
        "class A { @Task void run(int a, int a) {} }",
        "class A { @Task void run() {} @Task void run() {} }",
        "class A { @Task void run( }",
        "class A { @Task run() {} }",
        "class A { @Task @Attribute int run() { return 0; } }",
        "class A { @Task void run(@Input(path = 5) int a) {} }",
        "interface A { @Task default void run() }",
        "class A { @Missing @Task void run() {} }",
      })
  void leavesErrorsToJavac(String source) {
    Compilation compilation = Compilations.compile(source);
    assertThat(compilation.status()).isEqualTo(Compilation.Status.FAILURE);
    assertThat(compilation.errors())
        .extracting(error -> error.getMessage(Locale.ROOT))
        .noneMatch(message -> message.startsWith("["));
  }

  @Test
  void waitsForTypesThatAnotherProcessorGenerates() {
    JavaFileObject agent =
        JavaFileObjects.forSourceString(
            "acme.Agent",
            """
            package acme;
            import io.spanloom.annotations.*;
            class Agent {
              @Task String run(@Attribute(key = "app.name", path = "name") Later later) {
                return later.name();
              }
            }
            """);
    Compilation compilation =
        Compilations.lenient()
            .withProcessors(new SpanloomProcessor(), new LaterProcessor())
            .compile(agent);
    assertThat(compilation.errors()).isEmpty();
    assertThat(names(compilation)).contains("acme/Agent_SpanAspect.java");
  }

  @Test
  void reportsAllFindingsInOneCompilation() {
    Compilation compilation =
        Compilations.compile(
            "class A { @Task @Tool void a() {} }",
            "class B { @Task void b(@ToolCallId String id) {} }",
            "class C { @Task void c(@Attribute(key = \"\", path = \"x\") String s) {} }");
    assertThat(compilation.errors()).hasSize(4);
  }

  @Test
  void generatesNothingWithoutAnnotations() {
    Compilation compilation = Compilations.compile("class Plain { void run() {} }");
    // The test's file manager counts a look for an earlier model as a file.
    assertThat(names(compilation))
        .filteredOn(name -> !name.endsWith(".json"))
        .containsExactly("acme/Plain.class");
  }

  /** One sentence instead of a page of errors in generated code. */
  @Test
  void saysThatTheRuntimeIsMissing() {
    String annotations = Task.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    Compilation compilation =
        Compilations.lenient()
            .withClasspath(List.of(new File(annotations)))
            .compile(
                JavaFileObjects.forSourceString(
                    "acme.Agent",
                    "package acme; class Agent { @io.spanloom.annotations.Task void run() {} }"));
    assertThat(compilation.errors())
        .extracting(error -> error.getMessage(Locale.ROOT))
        .containsExactly(
            "[MissingRuntime] A traced class calls spanloom-runtime, which brings aspectjrt. 'Agent' cannot see aspectjrt and spanloom-runtime. Add the dependency io.spanloom:spanloom-runtime; a named module also requires io.spanloom and org.aspectj.runtime.");
  }

  /** A module seldom requires java.compiler, where {@code Generated} is. */
  @Test
  void worksInANamedModule(@TempDir Path directory) throws IOException {
    Path module = directory.resolve("module-info.java");
    Files.writeString(module, "module acme {}");
    Path agent = Files.createDirectories(directory.resolve("acme")).resolve("Agent.java");
    Files.writeString(
        agent, "package acme; class Agent { @io.spanloom.annotations.Task void run() {} }");
    String classPath =
        RuntimeClasses.classPath().stream().map(File::getPath).collect(joining(File.pathSeparator));
    StringWriter messages = new StringWriter();
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
    List<String> options =
        List.of("-cp", classPath, "-d", directory.toString(), "--add-reads", "acme=ALL-UNNAMED");
    CompilationTask task =
        javac.getTask(
            messages, files, null, options, null, files.getJavaFileObjects(module, agent));
    task.setProcessors(List.of(new SpanloomProcessor()));
    assertThat(task.call()).as(messages.toString()).isTrue();
    assertThat(directory.resolve("acme/Agent_SpanAspect.java"))
        .content()
        .contains("@Aspect")
        .doesNotContain("Generated");
  }

  @Test
  void turnsItsOwnDefectsIntoOneErrorAtTheClass() {
    DefectiveProcessor defective = new DefectiveProcessor();
    Compilation compilation =
        Compilations.lenient()
            .withProcessors(defective)
            .compile(JavaFileObjects.forSourceString("acme.A", "package acme; class A {}"));
    assertThat(compilation.errors()).hasSize(1);
    Diagnostic<? extends JavaFileObject> error = compilation.errors().get(0);
    assertThat(error.getLineNumber()).isEqualTo(1);
    assertThat(error.getMessage(Locale.ROOT))
        .startsWith("[InternalError] Spanloom's processor failed on 'acme.A'")
        .contains("java.lang.IllegalStateException: a defect at io.spanloom.processor.")
        .contains("Please report it");
  }

  private static List<String> names(Compilation compilation) {
    return Compilations.generated(compilation).stream().map(Compilations::pathOf).sorted().toList();
  }

  /** Generates a class in the first round. */
  private static final class LaterProcessor extends AbstractProcessor {
    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      boolean first =
          round.getRootElements().stream()
              .anyMatch(element -> element.getSimpleName().contentEquals("Agent"));
      if (first) {
        try (Writer writer = processingEnv.getFiler().createSourceFile("acme.Later").openWriter()) {
          writer.write("package acme; record Later(String name) {}");
        } catch (IOException failure) {
          throw new UncheckedIOException(failure);
        }
      }
      return false;
    }
  }

  /** Does what the real processor does, except that its work fails. */
  private static final class DefectiveProcessor extends AbstractProcessor {
    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      var places = new SourcePlaces(processingEnv);
      var failures = new Failures(places, new Diagnostics(places, true));
      Stream.of(round)
          .flatMap(each -> each.getRootElements().stream())
          .forEach(type -> failures.guard((TypeElement) type, DefectiveProcessor::fail));
      return false;
    }

    private static void fail() {
      throw new IllegalStateException("a defect");
    }
  }
}
