package io.spanloom.weaver.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.spanloom.Spanloom;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Implementations of annotated methods that are inherited, or made at run time. */
class UncommonImplementationsTest {

  private static final String STEP =
      """
      package demo;

      import io.spanloom.annotations.*;

      public interface Step<I, O> {
        @Task O run(I in);

        @Task default String twice(I in) { return "default"; }
      }
      """;

  /** Knows nothing of steps. */
  private static final String BASE =
      """
      package demo;

      public class Base {
        @Deprecated public String run(String in) { return "base " + in; }
        public String twice(String in) { return run(in) + run(in); }
      }
      """;

  @TempDir Path directory;

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private OpenTelemetrySdk openTelemetry;

  @BeforeEach
  void install() {
    SdkTracerProvider provider =
        SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exporter)).build();
    openTelemetry = OpenTelemetrySdk.builder().setTracerProvider(provider).build();
    Spanloom.install(openTelemetry);
  }

  @AfterEach
  void close() {
    openTelemetry.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((Step<String, String>) new Derived()).run(\"x\")",
        "new Derived().run(\"x\")",
        "new Further().run(\"x\")",
        "((Step<String, String>) new Further()).run(\"x\")"
      })
  void anInheritedMethodIsTracedOnceHoweverItIsCalled(String call) throws Exception {
    Module module = Module.in(directory).compileAnnotated(STEP, BASE, derived(call));

    assertThat(module.weave().methods()).isEqualTo(3);

    assertThat(module.run("demo.Derived")).isEqualTo("base x");
    assertThat(spans()).isEqualTo("run\n");
  }

  @Test
  void aCallOfTheSuperclassItselfIsNotTraced() throws Exception {
    Module module =
        Module.in(directory).compileAnnotated(STEP, BASE, derived("new Base().twice(\"x\")"));
    module.weave();

    assertThat(module.run("demo.Derived")).isEqualTo("base xbase x");
    assertThat(spans()).isEmpty();
  }

  @Test
  void anInheritedMethodGoesBeforeADefaultOne() throws Exception {
    Module module =
        Module.in(directory).compileAnnotated(STEP, BASE, derived("new Derived().twice(\"x\")"));
    module.weave();

    assertThat(module.run("demo.Derived")).isEqualTo("base xbase x");
    assertThat(spans()).isEqualTo("twice\n  run\n  run\n");
  }

  @Test
  void anInheritedMethodOfADependencyIsTraced() throws Exception {
    Module library = Module.in(directory.resolve("library")).compile(BASE);
    List<Path> classPath = new ArrayList<>(Module.testClassPath());
    classPath.add(library.classes());
    Module module =
        Module.in(directory.resolve("module"), classPath)
            .compileAnnotated(STEP, derived("new Derived().run(\"x\")"));
    module.weave();

    assertThat(module.run("demo.Derived")).isEqualTo("base x");
    assertThat(spans()).isEqualTo("run\n");
  }

  @Test
  void itsAnnotationsAreFoundByReflection() throws Exception {
    Module module =
        Module.in(directory)
            .compileAnnotated(
                STEP,
                BASE,
                derived(
                    "Derived.class.getMethod(\"run\","
                        + " String.class).isAnnotationPresent(Deprecated.class)"));
    module.weave();

    assertThat(module.run("demo.Derived")).isEqualTo(true);
  }

  @Test
  void aSecondBuildTracesItOnce() throws Exception {
    Module module =
        Module.in(directory).compileAnnotated(STEP, BASE, derived("new Derived().run(\"x\")"));
    module.weave();
    module.weave("another version of the plugin");

    module.run("demo.Derived");
    assertThat(spans()).isEqualTo("run\n");
  }

  @Test
  void aFinalMethodOfASuperclassIsAWarning() throws Exception {
    Module module =
        Module.in(directory)
            .compileAnnotated(
                STEP,
                BASE.replace("@Deprecated public", "public final"),
                derived("new Derived().run(\"x\")"));

    assertThat(module.weave().warnings())
        .containsExactly(
            "demo.Derived inherits run(String), which is final, and is not traced for"
                + " demo.Step.run(Object) (Step.java:6). Annotate the inherited method itself, or"
                + " make it overridable.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"in -> in + 1", "String::trim"})
  void aLambdaIsAWarningAlsoWhereClassesImplementTheMethod(String lambda) throws Exception {
    Module module =
        Module.in(directory)
            .compileAnnotated(
                STEP, BASE, derived("((Step<String, String>) " + lambda + ").run(\"x\")"));

    assertThat(module.weave().warnings())
        .containsExactly(
            "A lambda in demo.Derived implements demo.Step.run(Object) (Step.java:6), and a lambda"
                + " cannot be traced. Make it a class.");
  }

  @Test
  void aProxyIsAWarningAlsoWhereClassesImplementTheMethod() throws Exception {
    Module module =
        Module.in(directory)
            .compileAnnotated(
                STEP.replace("  @Task default", "  default"),
                BASE,
                derived(
                    "java.lang.reflect.Proxy.newProxyInstance(Step.class.getClassLoader(), new"
                        + " Class<?>[] {Step.class}, (proxy, method, arguments) -> null)"));

    assertThat(module.weave().warnings())
        .containsExactly(
            "demo.Derived passes Step.class to Proxy.newProxyInstance. Calls of a proxy are not"
                + " traced for demo.Step.run(Object) (Step.java:6): a proxy has no class file to"
                + " weave. Annotate the method that calls it.");
  }

  @Test
  void anInterfaceThatAFrameworkImplementsIsAWarning() throws Exception {
    Module module =
        Module.in(directory)
            .compileAnnotated(
                "package demo;\npublic @interface RegisterAiService {}",
                """
                package demo;

                @RegisterAiService
                public interface Assistant {
                  @io.spanloom.annotations.Agent String chat(String question);
                }
                """);

    assertThat(module.weave().warnings())
        .containsExactly(
            "@RegisterAiService on demo.Assistant has a framework implement it. Calls of a proxy"
                + " are not traced for demo.Assistant.chat(String) (Assistant.java:5): a proxy has"
                + " no class file to weave. Annotate the method that calls it.");
  }

  @Test
  void anAiServiceIsAWarningThatNamesItsBuilder() throws Exception {
    Module module =
        Module.in(directory)
            .compileAnnotated(
                """
                package demo;

                public class AiServices {
                  public static Object builder(Class<?> type) { return type; }
                }
                """,
                """
                package demo;

                public interface Assistant {
                  @io.spanloom.annotations.Agent String chat(String question);
                }
                """,
                """
                package demo;

                class Program {
                  Object assistant() { return AiServices.builder(Assistant.class); }
                }
                """);

    assertThat(module.weave().warnings())
        .containsExactly(
            "demo.Program passes Assistant.class to AiServices.builder. Calls of a proxy are not"
                + " traced for demo.Assistant.chat(String) (Assistant.java:4): a proxy has no class"
                + " file to weave. Remove the annotation and build the AI service with"
                + " TracedServices.build of spanloom-langchain4j, or annotate the method that calls"
                + " it.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Step.class.getName()",
        "java.util.ServiceLoader.load(Step.class)",
        "System.getLogger(Step.class.getName())"
      })
  void namingTheInterfaceIsNoWarning(String use) throws Exception {
    Module module = Module.in(directory).compileAnnotated(STEP, BASE, derived(use));

    assertThat(module.weave().warnings()).isEmpty();
  }

  private static String derived(String result) {
    return """
    package demo;

    public class Derived extends Base implements Step<String, String> {
      static Object run() throws Exception { return %s; }
    }

    class Further extends Derived {}
    """
        .formatted(result);
  }

  private String spans() {
    return SpanTree.render(exporter.getFinishedSpanItems());
  }
}
