package io.spanloom.weaver.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.weaver.weave.Hops.Hop;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Work on other threads is part of the run that handed it over as long as that goes on, and nothing
 * of it afterwards. What recurs, and what the program detaches, is never part of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutlivedRunsTest {

  private Map<String, Hop> atBuildTime;
  private Map<String, Hop> atLoadTime;
  private Map<String, Hop> underAgent;

  @BeforeAll
  void run(@TempDir Path directory) throws Exception {
    Hops hops = Hops.compile(directory).with("Outliving");
    atLoadTime = hops.run("-javaagent:" + ContextCallsTest.aspectJ());
    hops.module().weave();
    atBuildTime = hops.run();
    underAgent = hops.runUnder(Path.of("target/agents/opentelemetry-javaagent.jar"));
  }

  Stream<String> workflows() {
    return atBuildTime.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void wovenWhenBuilt(String workflow) {
    Hop hop = atBuildTime.get(workflow);
    assertThat(hop.tree()).isEqualTo(expected(workflow, hop.calls()));
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void wovenWhenLoaded(String workflow) {
    if (!workflow.endsWith("methodReference")) { // AspectJ sees no call where one is made
      assertThat(atLoadTime.get(workflow)).isEqualTo(atBuildTime.get(workflow));
    }
  }

  /** Its SDK's spans are told apart by their run: those of no run are not found that way. */
  @ParameterizedTest
  @MethodSource("workflows")
  void wovenUnderTheOpenTelemetryAgent(String workflow) {
    String tree = underAgent.get(workflow).tree();
    assertThat(tree)
        .isEqualTo(
            isPeriodic(workflow)
                ? " {invoke_agent " + workflow + "=1}"
                : expected(workflow, atBuildTime.get(workflow).calls()));
  }

  @Test
  void everyWayHasRun() {
    assertThat(atBuildTime).hasSize(2 * (23 + (Runtime.version().feature() >= 21 ? 2 : 0)));
    assertThat(atLoadTime).hasSameSizeAs(atBuildTime);
    assertThat(underAgent).hasSameSizeAs(atBuildTime);
  }

  private static boolean isPeriodic(String workflow) {
    return workflow.contains(".periodic");
  }

  private static String expected(String workflow, int calls) {
    String agent = "invoke_agent " + workflow;
    if (isPeriodic(workflow)) {
      return " {execute_tool work=" + calls + ", " + agent + "=1}";
    }
    return workflow.startsWith("within.") && !workflow.endsWith(".detached")
        ? " {" + agent + " {execute_tool work of alice=" + calls + "}=1}"
        : " {execute_tool work linked to " + agent + "=" + calls + ", " + agent + "=1}";
  }
}
