package io.spanloom.weaver.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.weaver.weave.Module;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the blueprint says of a whole program, and what it finds doubtful. */
class BlueprintTest {

  @TempDir Path directory;

  @Test
  void toolsAreBelowTheAgentAndWhereAModelCanAskForThem() throws Exception {
    Blueprint blueprint =
        draw(
            """
            package demo;

            import io.spanloom.annotations.*;

            public class Program {
              /** Finds. */
              @Tool String search(String query) { return query; }
              @LlmCall(provider = "p", model = "m") String ask() { return ""; }
              @Task("reasoning") String think() { return ask(); }
              @Agent("researcher") public String answer(String question) {
                think();
                return search(question);
              }
            }
            """);

    assertThat(Drawn.tree(blueprint))
        .isEqualTo(
            """
            invoke_agent researcher
              reasoning
                chat m
                execute_tool search ?
              execute_tool search
            """);
    assertThat(blueprint.nodes())
        .filteredOn(node -> node.kind().equals("TOOL"))
        .extracting(SpanNode::toolCallIdSource)
        .containsExactly(ToolCallIdSource.PENDING);
    assertThat(blueprint.findings()).isEmpty();
    assertThat(blueprint.gaps()).isEmpty();
  }

  @Test
  void stepsOfItsOwnStandBetweenARunAndItsModelCalls() throws Exception {
    Blueprint blueprint =
        draw(
            """
            package demo;

            import io.spanloom.annotations.*;

            public class Program {
              /** Finds. */
              @Tool String search(String query) { return query; }
              @LlmCall(provider = "p", model = "m") String ask() { return ""; }
              @Agent(value = "researcher", steps = Steps.AUTO) public String answer(String question) {
                return search(ask());
              }
            }
            """);

    assertThat(Drawn.tree(blueprint))
        .isEqualTo(
            """
            invoke_agent researcher
              execute_tool search
              step {n}
                chat m
                execute_tool search ?
            """);
  }

  @Test
  void cyclesAndWhatWasShownBeforeAreMarked() throws Exception {
    Blueprint blueprint =
        draw(
            """
            package demo;

            import io.spanloom.annotations.*;

            public class Program {
              @Workflow public void main1() { ping(2); pong(2); }
              @Task void ping(int n) { if (n > 0) pong(n - 1); }
              @Task void pong(int n) { if (n > 0) ping(n - 1); leaf(); }
              @Task void leaf() {}
            }
            """);

    assertThat(Drawn.tree(blueprint))
        .isEqualTo(
            """
            invoke_workflow main1
              ping
                pong
                  ping ↻
                  leaf
              pong …
            """);
  }

  @Test
  void lints() throws Exception {
    Blueprint blueprint =
        draw(
            """
            package demo;

            import io.spanloom.annotations.*;

            public class Program {
              public static void main(String[] arguments) { helper(); }
              private static void helper() { new Program().think(); }
              @Task void think() { ask(); }
              @LlmCall(provider = "p", model = "m") String ask() { return ""; }
              /** Finds. */
              @Tool String search(String query) { return query; }
            }
            """);

    assertThat(Drawn.tree(blueprint)).isEqualTo("execute_tool search\nthink\n  chat m\n");
    assertThat(Drawn.findings(blueprint))
        .containsExactly(
            "Program.java:9: [OutsideRun] A model call or a tool runs in a workflow or an agent,"
                + " whose span sums up its cost and keeps its tool calls together, but"
                + " Program.ask() can run from Program.main with neither around it. Annotate the"
                + " caller with @Workflow or @Agent, or call it from one.",
            "Program.java:11: [UnreachedSpan] An annotated method is meant to run, but nothing in"
                + " sight calls Program.search(String). Remove it if it is left over; ignore this"
                + " if a framework or reflection calls it.",
            "Program.java:11: [NoToolCallId] A tool's span carries the id of the call that a model"
                + " asked for, but Program.search(String) has neither a @ToolCallId nor a model"
                + " call around it that could ask for it. Add a @ToolCallId parameter, open"
                + " ToolCalls.scope(id) around the call, or annotate the method that calls the"
                + " model with @LlmCall.");
  }

  @Test
  void whatOtherModulesCanCallIsNoMoreThanAHint() throws Exception {
    Blueprint blueprint =
        draw(
            """
            package demo;

            import io.spanloom.annotations.*;

            public class Program {
              /** Finds. */
              @Tool public String search(String query) { return query; }
              @Agent public void answer() {}
            }
            """);

    assertThat(blueprint.findings())
        .extracting(Finding::lint)
        .containsExactly(Lint.UNREACHED_PUBLIC_SPAN);
    assertThat(Lint.UNREACHED_PUBLIC_SPAN.isHint()).isTrue();
  }

  @Test
  void withoutClassesTheSpansAreLeft() throws Exception {
    Module module =
        Module.in(directory)
            .compileAnnotated(
                """
                package demo;

                import io.spanloom.annotations.*;

                public class Program {
                  @Agent public void answer() { think(); }
                  @Task void think() {}
                }
                """);
    Files.delete(module.classes().resolve("demo/Program.class"));

    Blueprint blueprint = Drawn.of(module);

    assertThat(Drawn.tree(blueprint)).isEqualTo("invoke_agent answer\nthink\n");
    assertThat(blueprint.gaps())
        .containsExactly(
            "demo.Program is not among the classes: what its spans call is not known. Compile the"
                + " module.");
    assertThat(blueprint.findings()).isEmpty();
  }

  @Test
  void aScopeAroundAToolIsWhereItsIdComesFrom() throws Exception {
    Blueprint blueprint =
        draw(
            """
            package demo;

            import io.spanloom.ToolCalls;
            import io.spanloom.annotations.*;

            public class Program {
              /** Finds. */
              @Tool String search(String query) { return query; }
              @Agent public String answer() {
                try (var scope = ToolCalls.scope("call_1")) { return search("q"); }
              }
            }
            """);

    assertThat(blueprint.nodes())
        .extracting(SpanNode::toolCallIdSource)
        .containsExactly(null, ToolCallIdSource.SCOPE);
    assertThat(blueprint.findings()).isEmpty();
  }

  @Test
  void everyLintIsDocumented() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "blueprint.md"));

    assertThat(Lint.values())
        .allSatisfy(
            lint ->
                assertThat(page)
                    .contains(
                        "| `%s` | %s |"
                            .formatted(lint.code(), lint.isHint() ? "hint" : "warning")));
  }

  @Test
  void spansOfDependenciesAreJoined() throws Exception {
    Module tools =
        Module.in(directory.resolve("tools"))
            .compileAnnotated(
                """
                package tools;

                import io.spanloom.annotations.*;

                public class Library {
                  /** Finds. */
                  @Tool public String search(@ToolCallId String id, String query) { return parse(query); }
                  @Task String parse(String query) { return query; }
                  @Workflow public void unrelated() {}
                }
                """);
    List<Path> classPath = new ArrayList<>(List.of(tools.classes()));
    classPath.addAll(Module.testClassPath());
    Module module =
        Module.in(directory.resolve("app"), classPath)
            .compileAnnotated(
                """
                package demo;

                import io.spanloom.annotations.*;

                public class Program {
                  @Agent("researcher") public String answer() {
                    return new tools.Library().search("id", "query");
                  }
                }
                """);

    Blueprint blueprint = Drawn.of(module, tools);

    assertThat(Drawn.tree(blueprint))
        .isEqualTo("invoke_agent researcher\n  execute_tool search\n    parse\n");
    assertThat(blueprint.nodes())
        .extracting(SpanNode::artifact)
        .containsExactly("module", "tools", "tools");
  }

  private Blueprint draw(String... sources) throws Exception {
    return Drawn.of(Module.in(directory).compileAnnotated(sources));
  }
}
