package io.spanloom.weaver.weave;

import static io.spanloom.weaver.weave.Samples.GREET;
import static io.spanloom.weaver.weave.Samples.GREETER;
import static io.spanloom.weaver.weave.Samples.GREETER_ASPECT;
import static io.spanloom.weaver.weave.Samples.RECORDER;
import static io.spanloom.weaver.weave.Samples.aspect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** What cannot be traced fails the build, says why, and changes nothing. */
class UnweavableTest {

  private static final String PLANNER =
      """
      package demo;

      import io.spanloom.annotations.Task;

      class Planner implements java.util.function.Supplier<String> {
        @Task
        void plan(String goal, int[] steps) {}

        void undo() {}

        @Task
        public String get() {
          return "";
        }
      }
      """;

  private static final String HIDDEN =
      """
      package demo;

      import io.spanloom.annotations.Task;
      import java.util.function.Supplier;

      class Hidden {
        Supplier<String> anonymous() {
          return new Supplier<>() {
            @Task
            @Override
            public String get() {
              return "";
            }
          };
        }

        void local() {
          class Local {
            @Task
            void find() {}
          }
        }

        enum Shade {
          RED {
            @Task
            @Override
            void paint() {}
          };

          void paint() {}
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void missingClassFile() throws Exception {
    Module module = greeter(GREETER_ASPECT);
    Files.delete(module.classFile("demo.Greeter"));

    assertThat(failureMessage(module))
        .isEqualTo(
            "Cannot weave: 1 of 1 annotated methods would not be traced.\n"
                + "  demo.Greeter.greet(String) (Greeter.java:7): its class file is missing."
                + " Rebuild the module with 'mvn clean process-classes'; a class that is compiled"
                + " without the Spanloom processor cannot be woven.");
  }

  @Test
  void missingAspect() throws Exception {
    Module module = greeter(GREETER_ASPECT);
    Files.delete(module.classFile("demo.Greeter_SpanAspect"));

    assertThat(failureMessage(module)).contains("its aspect demo.Greeter_SpanAspect is missing.");
  }

  @Test
  void aspectWithoutAnnotation() throws Exception {
    Module module = greeter(GREETER_ASPECT.replace("@Aspect\n", ""));

    assertThat(failureMessage(module))
        .contains("demo.Greeter_SpanAspect is no aspect: it lacks @Aspect.");
  }

  @Test
  void everyMethodThatTheClassLacksIsNamed() throws Exception {
    Module module =
        greeter(GREETER_ASPECT)
            .model(
                ModelFile.naming("demo.Greeter", "greet", "(I)V")
                    .and("demo.Greeter", "greet", GREET)
                    .and("demo.Greeter", "wave", "()V"));

    assertThat(failureMessage(module))
        .startsWith("Cannot weave: 2 of 3 annotated methods would not be traced.")
        .contains(
            "demo.Greeter.greet(int) (Greeter.java:7): the compiled class has no such method,")
        .contains("only greet(String).")
        .contains("demo.Greeter.wave() (Greeter.java:7): the compiled class has no such method.");
  }

  @Test
  void abstractMethod() throws Exception {
    assertThat(failureMessage(method("abstract String greet(String name);", "abstract class")))
        .contains("the method is abstract and has no code to weave. Annotate the methods that");
  }

  @Test
  void nativeMethod() throws Exception {
    assertThat(failureMessage(method("native String greet(String name);", "class")))
        .contains("the method is native and has no bytecode to weave.");
  }

  @Test
  void pointcutThatMatchesNothing() throws Exception {
    Module module =
        greeter(aspect("Greeter", "java.lang.String demo.Greeter.wave(java.lang.String)"));

    assertThat(failureMessage(module))
        .contains(
            "no before, after-returning, after-throwing advice of demo.Greeter_SpanAspect matches it"
                + " (AspectJ: ");
  }

  @Test
  void oneAdviceMissing() throws Exception {
    Module module =
        greeter(
            GREETER_ASPECT.replace("@AfterThrowing", "//").replaceAll("(?s)//\\(.*?\"\\)\n", ""));

    assertThat(failureMessage(module))
        .contains("no after-throwing advice of demo.Greeter_SpanAspect matches it");
  }

  @Test
  void classThatIsWovenBehindOurBack() throws Exception {
    Module module = greeter(GREETER_ASPECT);
    module.weave();
    Files.write(module.classFile("demo.Greeter"), withoutMark(module.bytes("demo.Greeter")));

    assertThat(failureMessage(module)).contains("its advice was woven twice.");
  }

  @Test
  void typeMissingWhereBranchesMeet() throws Exception {
    Module module =
        Module.in(directory)
            .compile(
                RECORDER,
                "package demo;\n\npublic class Base {}\n",
                "package demo;\n\npublic class One extends Base {}\n",
                "package demo;\n\npublic class Two extends Base {}\n",
                """
                package demo;

                class Greeter {
                  String greet(String name) {
                    Base base = name.isEmpty() ? new One() : new Two();
                    return String.valueOf(base);
                  }
                }
                """,
                GREETER_ASPECT)
            .model(ModelFile.naming("demo.Greeter", "greet", GREET));
    Files.delete(module.classFile("demo.One"));
    byte[] before = module.bytes("demo.Greeter");

    assertThat(failureMessage(module))
        .startsWith("Cannot weave " + module.classes() + ": AspectJ reports an error.\n  ")
        .contains("demo.One");
    assertThat(module.bytes("demo.Greeter")).isEqualTo(before);
  }

  @Test
  void runtimeMissing() throws Exception {
    List<Path> withoutRuntime = withoutPathsThatContain("io/spanloom/internal/advice/Frame.class");
    Module module =
        Module.in(directory, withoutRuntime)
            .compile(RECORDER, GREETER, GREETER_ASPECT)
            .model(ModelFile.naming("demo.Greeter", "greet", GREET));

    assertThat(failureMessage(module))
        .isEqualTo(
            "Cannot weave "
                + module.classes()
                + ": spanloom-runtime is not on the class path, and woven classes need it to run."
                + " Add the dependency io.spanloom:spanloom-runtime (it brings aspectjrt).");
  }

  @Test
  void classFileFromTheFuture() throws Exception {
    Module module = greeter(GREETER_ASPECT);
    byte[] classFile = module.bytes("demo.Greeter");
    classFile[7] = (byte) 199;
    Files.write(module.classFile("demo.Greeter"), classFile);

    assertThat(failureMessage(module))
        .startsWith("Cannot read class demo.Greeter: Unsupported class file version 199.0.")
        .contains("Compile for an older Java release, or update spanloom-maven-plugin");
  }

  @Test
  void annotationsThatNoProcessorSaw() throws Exception {
    Module module = Module.in(directory).compile(PLANNER);

    assertThat(failureMessage(module))
        .startsWith("Cannot weave: annotated methods that the span model does not name would not")
        .contains("demo.Planner.plan(String, int[]): the annotation processor has not seen it.")
        .doesNotContain("undo");
  }

  @Test
  void annotationsInClassesThatProcessorsAreNotShown() throws Exception {
    Module module = Module.in(directory).compileAnnotated(PLANNER, HIDDEN);

    assertThat(failureMessage(module))
        .contains("demo.Hidden$1.get(): javac shows local and anonymous classes,")
        .contains("demo.Hidden$1Local.find(): javac shows")
        .contains("demo.Hidden$Shade$1.paint(): javac shows")
        .doesNotContain("Planner");
  }

  @Test
  void failureIsRepeatedUntilItsCauseIsGone() throws Exception {
    Module module = greeter(GREETER_ASPECT.replace("@Aspect\n", ""));

    assertThat(failureMessage(module)).isEqualTo(failureMessage(module));

    module.compile(GREETER_ASPECT).weave();
    assertThat(module.run("demo.Greeter")).isEqualTo(List.of("before Ada", "returned hello Ada"));
  }

  private Module greeter(String aspect) throws IOException {
    return Module.in(directory)
        .compile(RECORDER, GREETER, aspect)
        .model(ModelFile.naming("demo.Greeter", "greet", GREET));
  }

  private Module method(String declaration, String kind) throws IOException {
    return Module.in(directory)
        .compile(
            RECORDER,
            "package demo;\n\n%s Greeter {\n  %s\n}\n".formatted(kind, declaration),
            GREETER_ASPECT)
        .model(ModelFile.naming("demo.Greeter", "greet", GREET));
  }

  private static String failureMessage(Module module) {
    return catchThrowableOfType(WeaveException.class, module::weave).getMessage();
  }

  private static List<Path> withoutPathsThatContain(String resource) {
    return Module.testClassPath().stream().filter(entry -> !contains(entry, resource)).toList();
  }

  private static boolean contains(Path entry, String resource) {
    if (Files.isDirectory(entry)) {
      return Files.exists(entry.resolve(resource));
    }
    try (var jar = new java.util.jar.JarFile(new File(entry.toString()))) {
      return jar.getEntry(resource) != null;
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static byte[] withoutMark(byte[] classFile) {
    ClassWriter writer = new ClassWriter(0);
    ClassVisitor filter =
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return null;
          }
        };
    new ClassReader(classFile).accept(filter, 0);
    return writer.toByteArray();
  }
}
