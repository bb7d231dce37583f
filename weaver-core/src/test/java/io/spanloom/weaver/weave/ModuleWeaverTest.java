package io.spanloom.weaver.weave;

import static io.spanloom.weaver.weave.Samples.GREET;
import static io.spanloom.weaver.weave.Samples.GREETER;
import static io.spanloom.weaver.weave.Samples.GREETER_ASPECT;
import static io.spanloom.weaver.weave.Samples.RECORDER;
import static io.spanloom.weaver.weave.Samples.aspect;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aspectj.bridge.Version;
import org.aspectj.weaver.bcel.asm.AsmDetector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleWeaverTest {

  @TempDir Path directory;

  @Test
  void wovenMethodCallsItsAdvice() throws Exception {
    Module module = greeter();

    WeaveOutcome outcome = module.weave();

    assertThat(outcome).isEqualTo(new WeaveOutcome(1, 1, 0, true, List.of()));
    assertThat(module.run("demo.Greeter")).isEqualTo(List.of("before Ada", "returned hello Ada"));
  }

  @Test
  void classesThatTheModelDoesNotNameStayAsTheyAre() throws Exception {
    Module module = greeter();
    byte[] recorder = module.bytes("demo.Recorder");

    module.weave();

    assertThat(module.bytes("demo.Recorder")).isEqualTo(recorder);
  }

  @Test
  void weavingLeavesNoClosureAndNoJoinPointBehind() throws Exception {
    Module module = greeter();

    module.weave();

    assertThat(ConstantPool.strings(module.bytes("demo.Greeter")))
        .noneMatch(text -> text.contains("AroundClosure") || text.contains("makeJP"));
    assertThat(module.classes().resolve("demo").toFile().list())
        .containsExactlyInAnyOrder("Recorder.class", "Greeter.class", "Greeter_SpanAspect.class");
  }

  /** AspectJ would match all advice with each method of the aspect. */
  @Test
  void aspectsGetTheirInstanceWithoutBeingWoven() throws Exception {
    Module module = greeter();

    module.weave();

    assertThat(ConstantPool.strings(module.bytes("demo.Greeter_SpanAspect")))
        .contains("aspectOf", "hasAspect")
        .noneMatch(text -> text.startsWith("org.aspectj.weaver."));
    assertThat(ConstantPool.strings(module.bytes("demo.Greeter")))
        .contains("Lio/spanloom/internal/advice/Woven;");
  }

  @Test
  void anAspectThatHasAnInstanceKeepsIt() throws Exception {
    String instance =
        """
        @Aspect
        final class Greeter_SpanAspect {
          private static final Greeter_SpanAspect ONLY = new Greeter_SpanAspect();
          public static Greeter_SpanAspect aspectOf() { return ONLY; }
          public static boolean hasAspect() { return true; }
        """;
    Module module =
        Module.in(directory)
            .compile(
                RECORDER,
                GREETER,
                GREETER_ASPECT.replace("@Aspect\nfinal class Greeter_SpanAspect {\n", instance))
            .model(ModelFile.naming("demo.Greeter", "greet", GREET));

    module.weave();

    assertThat(module.load().loadClass("demo.Greeter_SpanAspect").getDeclaredFields()).hasSize(1);
    assertThat(module.run("demo.Greeter")).isEqualTo(List.of("before Ada", "returned hello Ada"));
  }

  /** The instance is there before the aspect's own constants, whatever those do. */
  @Test
  void anAspectWithConstantsGetsItsInstanceFirst() throws Exception {
    Module module =
        Module.in(directory)
            .compile(
                RECORDER,
                GREETER,
                GREETER_ASPECT.replace(
                    "final class Greeter_SpanAspect {\n",
                    "final class Greeter_SpanAspect { static final boolean FOUND = check();"
                        + " static boolean check() { return Recorder.EVENTS.isEmpty(); }"
                        + " static { for (int i = 0; !FOUND && i < 2; i++) check(); }\n"))
            .model(ModelFile.naming("demo.Greeter", "greet", GREET));

    module.weave();

    assertThat(module.run("demo.Greeter")).isEqualTo(List.of("before Ada", "returned hello Ada"));
  }

  /** To parse it loads the time zones' names. */
  @Test
  void aspectJsBuildDateIsNotParsed() throws Exception {
    greeter().weave();

    assertThat(Version.getTime()).isEqualTo(Version.NOTIME);
  }

  /** A program can run with the agent for the sake of other modules. */
  @Test
  void wovenClassesRunWithAspectJsAgent() throws Exception {
    Module module =
        Module.in(directory)
            .compileAnnotated(
                """
                package demo;

                public class Shop {
                  @io.spanloom.annotations.Tool String sell(String item) { return item + " sold"; }
                  public static void main(String[] arguments) throws Exception {
                    System.out.println(new Shop().sell("book"));
                  }
                }
                """);
    module.weave();

    assertThat(JavaAgent.run(module, "demo.Shop"))
        .contains("book sold")
        .doesNotContain("Shop_SpanAspect");
  }

  @Test
  void methodThatOnlyThrowsNeedsNoAdviceOnReturn() throws Exception {
    Module module =
        Module.in(directory)
            .compile(
                RECORDER,
                """
                package demo;

                class Refuser {
                  String refuse(String name) {
                    throw new IllegalStateException("no " + name);
                  }

                  static Object run() {
                    try {
                      return new Refuser().refuse("way");
                    } catch (IllegalStateException expected) {
                      return Recorder.EVENTS;
                    }
                  }
                }
                """,
                aspect("Refuser", "java.lang.String demo.Refuser.refuse(java.lang.String)"))
            .model(ModelFile.naming("demo.Refuser", "refuse", GREET));

    module.weave();

    assertThat(module.run("demo.Refuser")).isEqualTo(List.of("before way", "failed no way"));
  }

  @Test
  void moduleWithoutModelIsLeftAlone() throws Exception {
    Module module = Module.in(directory).compile(RECORDER, GREETER, GREETER_ASPECT);

    assertThat(module.weave()).isNull();

    assertThat(module.run("demo.Greeter")).isEqualTo(List.of());
    assertThat(module.state().resolve("unwoven")).doesNotExist();
  }

  @Test
  void sameInputsGiveTheSameBytes() throws Exception {
    Module one = greeter();
    Module other = greeter(directory.resolve("other"));

    one.weave();
    other.weave();

    assertThat(one.bytes("demo.Greeter")).isEqualTo(other.bytes("demo.Greeter"));
    assertThat(one.bytes("demo.Greeter_SpanAspect"))
        .isEqualTo(other.bytes("demo.Greeter_SpanAspect"));
  }

  @Test
  void failureInAnotherWeaveOfThisJvmLeavesNoTrace() throws Exception {
    Module before = greeter();
    before.weave();
    // What a failure while computing a stack map leaves behind.
    AsmDetector.isAsmAround = false;
    AsmDetector.rootCause = new IllegalStateException();

    Module after = greeter(directory.resolve("after"));
    after.weave();

    assertThat(after.bytes("demo.Greeter")).isEqualTo(before.bytes("demo.Greeter"));
  }

  /** To load it would take longer than most weaves. */
  @Test
  void databindIsNotNeeded() throws Exception {
    greeter();
    URL[] classPath = withoutDatabind();

    try (URLClassLoader loader =
        new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
      Class<?> type = loader.loadClass(Module.class.getName());
      Object module = type.getMethod("in", Path.class).invoke(null, directory);
      assertThat(type.getMethod("weave").invoke(module))
          .hasToString(new WeaveOutcome(1, 1, 0, true, List.of()).toString());
    }
  }

  private static URL[] withoutDatabind() throws IOException {
    List<URL> classPath = new ArrayList<>();
    for (Path entry : Module.testClassPath()) {
      if (!entry.toString().contains("jackson-databind")) {
        classPath.add(entry.toUri().toURL());
      }
    }
    assertThat(classPath).hasSizeLessThan(Module.testClassPath().size());
    return classPath.toArray(URL[]::new);
  }

  private Module greeter() throws Exception {
    return greeter(directory);
  }

  private static Module greeter(Path directory) throws Exception {
    return Module.in(directory)
        .compile(RECORDER, GREETER, GREETER_ASPECT)
        .model(ModelFile.naming("demo.Greeter", "greet", GREET));
  }
}
