package io.spanloom.weaver.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.weaver.weave.Module;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library that asks the model and calls the tools: the blueprint shows what is known of it. */
class FrameworkCallsTest {

  @TempDir Path directory;

  @Test
  void toolsAndStepsOfALibrarysLoopAreShown() throws Exception {
    Blueprint blueprint =
        Drawn.of(
            Module.in(directory)
                .compileAnnotated(
                    """
                    package dev.langchain4j.agent.tool;

                    public @interface Tool { String[] value() default ""; String name() default ""; }
                    """,
                    """
                    package demo;

                    import dev.langchain4j.agent.tool.Tool;
                    import io.spanloom.annotations.Agent;
                    import io.spanloom.annotations.Steps;

                    public class Program {
                      @Tool("Finds.") public String search(String query) { return query; }
                      @Agent(value = "researcher", steps = Steps.AUTO)
                      public String answer(String question) { return question; }
                    }
                    """));

    assertThat(Drawn.tree(blueprint))
        .isEqualTo("invoke_agent researcher\n  step {n}\nexecute_tool search\n");
    assertThat(blueprint.nodes())
        .filteredOn(node -> node.kind().equals("TOOL"))
        .extracting(SpanNode::toolCallIdSource)
        .containsExactly(ToolCallIdSource.FRAMEWORK);
    assertThat(blueprint.findings()).isEmpty();
  }
}
