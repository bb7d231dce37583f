package io.spanloom.benchmarks;

import io.spanloom.benchmarks.build.SampleModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Which benchmarks are run, and how: the short run of all of them leaves out what says least. */
final class Plan {

  /** Matches the names of all benchmarks. */
  static final String ALL = ".*";

  /** The parameter that says in which state tracing is. */
  private static final String TELEMETRY = "telemetry";

  /** The names of benchmarks that are measured without warm-up end so. */
  private static final String COLD = "Cold$";

  private final String pattern;
  private final boolean isLong;
  private final Path directory;
  private final List<Group> groups = new ArrayList<>();

  private Plan(String pattern, boolean isLong, Path directory) {
    this.pattern = pattern;
    this.isLong = isLong;
    this.directory = directory;
  }

  /**
   * The plan.
   *
   * @param pattern what the names of the wanted benchmarks match
   * @param directory for what is made in order to be measured
   */
  static List<Group> of(String pattern, boolean isLong, Path directory) throws IOException {
    Plan plan = new Plan(pattern, isLong, directory);
    plan.calls();
    plan.peers();
    plan.builds();
    return plan.groups;
  }

  private void calls() {
    add(warm("ToolCallBenchmark|WorkflowBenchmark|SubmitBenchmark"));
    add(fewer(warm(leavesOut() ? "GrowthBenchmark.tools" : "GrowthBenchmark")));
    add(shorter(warm("ModelCallBenchmark|FutureBenchmark"), TELEMETRY, "UNSAMPLED", "SAMPLED"));
    add(shorter(warm("ContentBenchmark"), "characters", "4096"));
    ChainedOptionsBuilder twice =
        warm("(ToolCall|ModelCall|Workflow)Benchmark\\.(handWritten|woven)").threads(2);
    add(shorter(twice, TELEMETRY, "SAMPLED"));
  }

  private void peers() throws IOException {
    Peers peers = new Peers(directory);
    for (String state : Peers.STATES) {
      add(
          warm("WithSpanBenchmark")
              .param(TELEMETRY, state)
              .jvmArgsAppend(peers.javaAgent(state).toArray(String[]::new)));
    }
    add(warm("ObservedBenchmark").jvmArgsAppend(peers.observed().toArray(String[]::new)));
    ChainedOptionsBuilder loadTime =
        warm("LoadTimeBenchmark").jvmArgsAppend(peers.weaver().toArray(String[]::new));
    groups.add(new Group(loadTime.build(), peers.unwovenClassPath()));
  }

  private void builds() {
    add(shorter(fewer(warm("CompileBenchmark")), "methods", "1000"));
    add(shorter(fewer(warm("WeaveBenchmark.*Warm$")), "classes", "1", "10000"));
    add(shorter(cold("WeaveBenchmark.*" + COLD), "classes", "1", "10000"));
    if (!leavesOut()) {
      add(cold("BlueprintBenchmark"));
    }
  }

  private void add(ChainedOptionsBuilder options) {
    groups.add(new Group(options.build(), System.getProperty("java.class.path")));
  }

  /** The short run of everything has only some of the parameter's values. */
  private ChainedOptionsBuilder shorter(
      ChainedOptionsBuilder options, String parameter, String... values) {
    return leavesOut() ? options.param(parameter, values) : options;
  }

  private boolean leavesOut() {
    return !isLong && pattern.equals(ALL);
  }

  private ChainedOptionsBuilder warm(String names) {
    return wanted(names)
        .forks(isLong ? 3 : 1)
        .warmupIterations(warmUps())
        .warmupTime(TimeValue.milliseconds(isLong ? 800 : 400))
        .measurementIterations(isLong ? 3 : 4)
        .measurementTime(TimeValue.milliseconds(isLong ? 800 : 400));
  }

  /** The compiler takes three seconds for a tool call and six for a model call. */
  private int warmUps() {
    return isLong || leavesOut() ? 8 : 20;
  }

  /** For what takes seconds each time. */
  private static ChainedOptionsBuilder fewer(ChainedOptionsBuilder options) {
    return options.warmupIterations(2).measurementIterations(3);
  }

  /** In a new JVM each time. */
  private ChainedOptionsBuilder cold(String names) {
    return wanted(names).forks(isLong ? 5 : 2).warmupIterations(0).measurementIterations(1);
  }

  /** Those of the names that match what is asked for. */
  private ChainedOptionsBuilder wanted(String names) {
    return new OptionsBuilder()
        .include(pattern)
        .exclude("^(?!.*(" + names + "))")
        .jvmArgsAppend("-D" + SampleModule.DIRECTORY + "=" + directory.resolve("modules"))
        .addProfiler(GCProfiler.class);
  }
}
