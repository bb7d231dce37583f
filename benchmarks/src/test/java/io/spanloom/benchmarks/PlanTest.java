package io.spanloom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.runner.options.Options;

class PlanTest {

  @TempDir Path directory;

  @Test
  void theLongRunHasEachBenchmarkOnceOrInEachStateOfTheJavaAgent() throws IOException {
    List<Group> plan = Plan.of(Plan.ALL, true, directory);

    assertThat(Benchmarks.names())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(groupsOf(plan, name, 1)).hasSize(times(name)));
  }

  @Test
  void theShortRunLeavesOutWhatTakesLong() throws IOException {
    List<Group> plan = Plan.of(Plan.ALL, false, directory);

    assertThat(Benchmarks.names())
        .isNotEmpty()
        .allSatisfy(
            name -> assertThat(groupsOf(plan, name, 1)).hasSize(takesLong(name) ? 0 : times(name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ToolCallBenchmark", "ModelCallBenchmark", "WorkflowBenchmark"})
  void hasCallsByTwoThreads(String benchmark) throws IOException {
    List<Group> plan = Plan.of(Plan.ALL, false, directory);

    assertThat(Benchmarks.names().stream().filter(name -> name.contains(benchmark + ".woven")))
        .hasSize(1)
        .allSatisfy(name -> assertThat(groupsOf(plan, name, 2)).hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Growth", "WeaveBenchmark.unchanged", "Blueprint"})
  void runsOnlyTheSelectedBenchmarks(String pattern) throws IOException {
    List<Group> plan = Plan.of(pattern, false, directory);

    assertThat(Benchmarks.names())
        .allSatisfy(
            name ->
                assertThat(groupsOf(plan, name, 1))
                    .hasSize(Pattern.compile(pattern).matcher(name).find() ? 1 : 0));
  }

  private static boolean takesLong(String benchmark) {
    return benchmark.contains("Blueprint") || benchmark.contains("GrowthBenchmark.unclaimed");
  }

  private static int times(String benchmark) {
    return benchmark.contains("WithSpan") ? Peers.STATES.size() : 1;
  }

  private static List<Group> groupsOf(List<Group> plan, String benchmark, int threads) {
    return plan.stream()
        .filter(group -> group.options().getThreads().orElse(1) == threads)
        .filter(group -> has(group.options(), benchmark))
        .toList();
  }

  private static boolean has(Options options, String benchmark) {
    return finds(options.getIncludes(), benchmark) && !finds(options.getExcludes(), benchmark);
  }

  private static boolean finds(List<String> patterns, String benchmark) {
    return patterns.stream()
        .anyMatch(pattern -> Pattern.compile(pattern).matcher(benchmark).find());
  }
}
