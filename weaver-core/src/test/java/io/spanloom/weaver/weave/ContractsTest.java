package io.spanloom.weaver.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.spanloom.Spanloom;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An annotation on a method of an interface, or on an abstract one, traces what implements it. */
class ContractsTest {

  private static final String SEARCH =
      """
      package api;

      import io.spanloom.annotations.*;

      public interface Search<T extends Comparable<T>> {
        /** Finds. */
        @Tool String find(T query);

        @Task default String twice(T query) { return find(query) + find(query); }
      }
      """;

  private static final String LIBRARY =
      """
      package demo;

      public class Library implements api.Search<String> {
        @Override public String find(String query) { return "book"; }

        static Object run() { return new Library().twice("q"); }
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

  @Test
  void implementationsOfTheSameModuleAreTraced() throws Exception {
    Module module = Module.in(directory).compileAnnotated(SEARCH, LIBRARY);

    assertThat(module.weave()).isEqualTo(new WeaveOutcome(2, 2, 0, true, List.of()));

    assertThat(module.run("demo.Library")).isEqualTo("bookbook");
    assertThat(spans()).isEqualTo("twice\n  execute_tool find\n  execute_tool find\n");
  }

  @Test
  void anotherLibrarysAnnotationOnAnImplementationWins() throws Exception {
    Module module =
        Module.in(directory)
            .compileAnnotated(
                SEARCH,
                """
                package dev.langchain4j.agent.tool;

                import java.lang.annotation.*;

                @Retention(RetentionPolicy.RUNTIME)
                @Target(ElementType.METHOD)
                public @interface Tool {
                  String name() default "";
                  String[] value() default "";
                }
                """,
                LIBRARY.replace(
                    "@Override",
                    "@dev.langchain4j.agent.tool.Tool(name = \"own\", value = \"Finds.\")"));

    assertThat(module.weave()).isEqualTo(new WeaveOutcome(2, 2, 0, true, List.of()));

    module.run("demo.Library");
    assertThat(spans()).isEqualTo("twice\n  execute_tool own\n  execute_tool own\n");
  }

  @Test
  void implementationsInAModuleWithoutAModelAreTraced() throws Exception {
    Module api = Module.in(directory.resolve("api")).compileAnnotated(SEARCH);
    assertThat(api.weave().warnings())
        .containsExactly(
            "No class of this module implements api.Search.find(Comparable) (Search.java:7), so"
                + " nothing here is traced for it. Weave the module that implements it; a lambda"
                + " cannot be traced, make it a class.");
    Module module = dependingOn(api).compile(LIBRARY);
    List<String> messages =
        List.of("Spanloom: classes traces 1 method of api.Search in this module");

    assertThat(module.weave()).isEqualTo(new WeaveOutcome(1, 1, 0, true, List.of(), messages));

    assertThat(module.run("demo.Library")).isEqualTo("bookbook");
    assertThat(spans()).isEqualTo("twice\n  execute_tool find\n  execute_tool find\n");
    assertThat(module.weave()).isEqualTo(new WeaveOutcome(1, 1, 0, false, List.of(), messages));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "interface Step { @Task String run(); }",
        "public class Outer { private interface Step { @Task String run(); } }",
        "class Outer { public interface Step { @Task String run(); } }",
        "public abstract class Step { @Task abstract String run(); }",
        "public abstract class Step { Step() {} @Task public abstract String run(); }",
        "interface Step { @Task String run(); } final class No { Step step = () -> \"lambda\"; }",
        """
        public sealed interface Step permits Closed { @Task String run(); }
        non-sealed abstract class Closed implements Step {}
        """
      })
  void whatNobodyImplementsNorCanElsewhereIsRefused(String step) throws Exception {
    Module module = Module.in(directory).compileAnnotated(steps(step));

    assertThatThrownBy(module::weave)
        .hasMessageMatching(
            "Cannot weave: 1 of 1 annotated methods would not be traced\\.\n"
                + "  demo\\.(Outer\\$)?Step\\.run\\(\\) \\(\\w+\\.java:3\\): no class of this module"
                + " implements it, and no other module can\\. Implement it in a class \\(neither a"
                + " lambda nor a proxy can be traced\\), annotate what calls it instead, or make it"
                + " public if it is an API\\.");
    assertThat(Files.exists(module.state())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public interface Step { @Task String run(); }",
        "public abstract class Step { @Task protected abstract String run(); }",
        "public class Outer { protected interface Step { @Task String run(); } }",
        "interface Step { @Task String run(); public interface Open extends Step {} }",
        "public abstract class Step implements Base {} interface Base { @Task String run(); }",
        """
        public abstract class Step extends Base { @Override public abstract String run(); }
        abstract class Base { @Task abstract String run(); }
        """,
        """
        public class Step extends Base {}
        class Base { public interface Nested { @Task String run(); } }
        """,
        """
        public sealed interface Step permits Step.Open {
          @Task String run();
          non-sealed interface Open extends Step {}
        }
        """
      })
  void whatAnotherModuleMayImplementIsAWarning(String step) throws Exception {
    Module module = Module.in(directory).compileAnnotated(steps(step));

    assertThat(module.weave().warnings())
        .singleElement()
        .asString()
        .startsWith("No class of this module implements demo.");
  }

  @Test
  void newImplementationIsNoticed() throws Exception {
    Module module = Module.in(directory).compileAnnotated(SEARCH, LIBRARY);
    module.weave();
    assertThat(module.weave().changed()).isFalse();
    module.compile(LIBRARY.replace("Library", "Archive"));

    assertThat(module.weave()).isEqualTo(new WeaveOutcome(3, 3, 0, true, List.of()));

    module.run("demo.Archive");
    assertThat(spans()).isEqualTo("twice\n  execute_tool find\n  execute_tool find\n");
  }

  @Test
  void implementationThatIsNotRecompiledLosesItsAdviceWithTheInterfacesAnnotations()
      throws Exception {
    Module module = Module.in(directory).compileAnnotated(SEARCH, LIBRARY);
    module.weave();
    module.compileAnnotated(SEARCH.replaceAll("@(Tool|Task)", ""));
    Files.delete(module.classFile("api.Search_SpanAspect"));

    module.weave();

    assertThat(module.run("demo.Library")).isEqualTo("bookbook");
    assertThat(spans()).isEmpty();
  }

  @Test
  void everyShapeOfImplementationIsOneSpan() throws Exception {
    Module module =
        Module.in(directory)
            .compileAnnotated(
                SEARCH,
                """
                package demo;

                import api.Search;
                import io.spanloom.annotations.*;

                public class Shapes {
                  record Point(String x) implements Search<String> {
                    public String find(String query) { return x; }
                  }
                  enum Level implements Search<Integer> {
                    LOW { public String find(Integer query) { return "low"; } }
                  }
                  abstract static class Half<T extends Comparable<T>> implements Search<T> {
                    public String find(Object other) { return "no implementation"; }
                  }
                  static class Whole extends Half<Long> {
                    public String find(Long query) { return "whole"; }
                  }
                  static class Again extends Whole {
                    @Override public String find(Long query) { return super.find(query); }
                  }
                  static class Own extends Whole {
                    /** Mine. */
                    @Tool("mine") @Override public String find(Long query) { return "own"; }
                    @Override public String twice(Long query) { return "once"; }
                  }
                  static Object run() {
                    Search<Long> local = new Search<>() {
                      public String find(Long query) { return "anonymous"; }
                    };
                    Own own = new Own();
                    return new Point("point").find("") + Level.LOW.find(1) + new Whole().find(1L)
                        + new Whole().find("") + local.find(1L) + own.find(1L) + own.twice(1L)
                        + new Again().find(1L);
                  }
                }
                """);
    Object expected = module.run("demo.Shapes");

    module.weave();

    assertThat(module.run("demo.Shapes")).isEqualTo(expected);
    assertThat(spans())
        .isEqualTo(
            """
            execute_tool find
            execute_tool find
            execute_tool find
            execute_tool find
            execute_tool mine
            twice
            execute_tool find
              execute_tool find
            """);
  }

  @Test
  void aProxyThatAFrameworkCompilesIsNoImplementation() throws Exception {
    Module module =
        Module.in(directory)
            .compileAnnotated(
                SEARCH,
                LIBRARY,
                """
                package demo;

                class $Library$Definition$Intercepted extends Library {
                  @Override public String find(String query) { return super.find(query); }

                  static Object run() { return new $Library$Definition$Intercepted().find("q"); }
                }
                """);

    assertThat(module.weave().methods()).isEqualTo(2);

    module.run("demo.$Library$Definition$Intercepted");
    assertThat(spans()).isEqualTo("execute_tool find\n");
  }

  @Test
  void implementingTwoContractsIsRefused() throws Exception {
    Module module =
        Module.in(directory)
            .compileAnnotated(
                """
                package demo;

                import io.spanloom.annotations.*;

                class Twice {
                  interface One { @Task void go(); }
                  interface Two { @Task void go(); }
                  static class Both implements One, Two { public void go() {} }
                }
                """);

    assertThatThrownBy(module::weave)
        .hasMessage(
            "Cannot weave: a method that implements several annotated ones would be traced by each:"
                + " demo.Twice$Both.go() by demo.Twice_One_SpanAspect and demo.Twice_Two_SpanAspect."
                + " Annotate the method itself: its own annotation wins.");
  }

  @Test
  void whatOnlyTheImplementationProtectsIsNotCaptured() throws Exception {
    Module module =
        Module.in(directory)
            .compileAnnotated(
                """
                package demo;

                import io.spanloom.annotations.*;

                class Login {
                  interface Contract { @Task void enter(String password); }
                  static class Secret implements Contract {
                    public void enter(@Sensitive String password) {}
                  }
                }
                """);

    assertThatThrownBy(module::weave)
        .hasMessageStartingWith(
            "Cannot weave demo.Login$Secret.enter(String): it marks something @Sensitive that"
                + " demo.Login$Contract.enter(String) (Login.java:6), for which it is traced, would"
                + " capture.");
  }

  @Test
  void aContractThatWasNotWovenIsNamed() throws Exception {
    Module api = Module.in(directory.resolve("api")).compileAnnotated(SEARCH);
    Module module = dependingOn(api).compile(LIBRARY);

    assertThatThrownBy(module::weave)
        .hasMessageContaining(
            "api.Search_SpanAspect was not woven. Weave the module it comes from");
    assertThat(Files.exists(module.state())).isFalse();
  }

  private static String steps(String types) {
    return "package demo; import io.spanloom.annotations.*;\n\n" + types;
  }

  private Module dependingOn(Module api) {
    List<Path> classPath = new ArrayList<>(List.of(api.classes()));
    classPath.addAll(Module.testClassPath());
    return Module.in(directory.resolve("implementation"), classPath);
  }

  private String spans() {
    return SpanTree.render(exporter.getFinishedSpanItems());
  }
}
