package io.spanloom.weaver.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.weaver.weave.Hops.Hop;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Work on other threads belongs to the span that handed it over, whatever hands it over. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContextCallsTest {

  /** AspectJ sees no call where a method reference is made. */
  private static final Set<String> NOT_AT_LOAD_TIME =
      Set.of("Pools.interfaces", "Pools.methodReferences");

  private Map<String, Hop> atBuildTime;
  private Map<String, Hop> atLoadTime;
  private Map<String, Hop> underAgent;
  private WeaveOutcome outcome;

  @BeforeAll
  void run(@TempDir Path directory) throws Exception {
    Hops hops = Hops.compile(directory);
    atLoadTime = hops.run("-javaagent:" + aspectJ());
    outcome = hops.module().weave();
    atBuildTime = hops.run();
    underAgent = hops.runUnder(Path.of("target/agents/opentelemetry-javaagent.jar"));
  }

  static String aspectJ() {
    return Module.testClassPath().stream()
        .map(Path::toString)
        .filter(path -> path.contains("aspectjweaver"))
        .findFirst()
        .orElseThrow();
  }

  Stream<String> workflows() {
    return atBuildTime.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void wovenWhenBuilt(String workflow) {
    Hop hop = atBuildTime.get(workflow);
    assertThat(hop).isEqualTo(Hop.expected(workflow, hop.calls()));
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void wovenWhenLoaded(String workflow) {
    if (!NOT_AT_LOAD_TIME.contains(workflow)) {
      assertThat(atLoadTime.get(workflow)).isEqualTo(atBuildTime.get(workflow));
    }
  }

  /** It carries context from executors too: once is enough. */
  @ParameterizedTest
  @MethodSource("workflows")
  void wovenUnderTheOpenTelemetryAgent(String workflow) {
    assertThat(underAgent.get(workflow)).isEqualTo(atBuildTime.get(workflow));
  }

  @Test
  void everyWorkflowHasRun() {
    assertThat(atBuildTime).hasSize(workflowsOfThisJdk());
    assertThat(atLoadTime).hasSameSizeAs(atBuildTime);
    assertThat(underAgent).hasSameSizeAs(atBuildTime);
    assertThat(outcome.callSites()).isGreaterThan(100);
  }

  private static int workflowsOfThisJdk() {
    int jdk = Runtime.version().feature();
    return 30 + (jdk >= 21 ? 3 : 0) + (jdk >= 24 ? 1 : 0) + (jdk == 25 ? 1 : 0);
  }

  @Test
  void nothingIsPropagatedIfThatIsSwitchedOff(@TempDir Path elsewhere) throws Exception {
    Hops hops = Hops.compile(elsewhere);
    assertThat(hops.module().weaveWithoutPropagation().callSites()).isZero();

    Map<String, Hop> unpropagated = new TreeMap<>(hops.run());

    assertThat(unpropagated.get("Pools.submit").tree())
        .isEqualTo(" {execute_tool work=3, invoke_workflow submit=1}");
    assertThat(unpropagated.get("Threads.subclasses").tree())
        .isEqualTo(" {execute_tool work=4, invoke_workflow subclasses=1}");
    assertThat(unpropagated.get("Streams.sequential"))
        .isEqualTo(atBuildTime.get("Streams.sequential"));
  }
}
