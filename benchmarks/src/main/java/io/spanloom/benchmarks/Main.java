package io.spanloom.benchmarks;

import io.spanloom.benchmarks.build.SampleModule;
import io.spanloom.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks and prints one table. */
public final class Main {

  private static final String HELP =
      """
      Measures what tracing costs, beside hand-written OpenTelemetry code in the same run, and
      what the build pays for it.

        --short         one fork and few iterations: minutes (default)
        --long          three forks and many iterations: for figures to keep
        --only REGEX    only the benchmarks whose name matches: ToolCall, ModelCall,
                        Future, Workflow, Submit, Content, Growth, Compile, Weave,
                        Blueprint
        --help          this text

      Close other programs first: times on a busy machine say little; bytes are stable.
      """;

  /** The names of benchmarks that are measured without warm-up end so. */
  private static final String COLD = "Cold$";

  private Main() {}

  /**
   * Runs.
   *
   * @throws RunnerException if JMH cannot
   * @throws IOException if there is no room for the modules to weave
   */
  @SuppressWarnings("SystemOut") // the table is what the program is run for
  public static void main(String[] arguments) throws RunnerException, IOException {
    List<String> options = new ArrayList<>(List.of(arguments));
    if (options.contains("--help")) {
      System.out.print(HELP);
      return;
    }
    boolean isLong = options.contains("--long");
    int only = options.indexOf("--only");
    Path modules = Files.createTempDirectory("modules");
    System.setProperty(SampleModule.DIRECTORY, modules.toString());
    Collection<RunResult> results = new ArrayList<>();
    if (only >= 0 && only + 1 < options.size()) {
      results.addAll(run(options.get(only + 1), isLong));
    } else {
      results.addAll(run(".*", isLong));
      results.addAll(new Runner(warm("ToolCallBenchmark\\..*", isLong).threads(2).build()).run());
    }
    SampleModule.delete(modules);
    System.out.println(machine());
    System.out.print(Table.of(results).render());
  }

  private static Collection<RunResult> run(String pattern, boolean isLong) throws RunnerException {
    Collection<RunResult> results = new ArrayList<>();
    for (ChainedOptionsBuilder options : List.of(warm(pattern, isLong), cold(pattern, isLong))) {
      try {
        results.addAll(new Runner(options.build()).run());
      } catch (NoBenchmarksException none) {
        // The pattern is of the other kind.
      }
    }
    if (results.isEmpty()) {
      throw new RunnerException("No benchmark has a name that matches " + pattern);
    }
    return results;
  }

  private static ChainedOptionsBuilder warm(String pattern, boolean isLong) {
    return new OptionsBuilder()
        .include(pattern)
        .exclude(COLD)
        .jvmArgsAppend(modules())
        .addProfiler(GCProfiler.class)
        .forks(isLong ? 3 : 1)
        .warmupIterations(isLong ? 5 : 3)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(isLong ? 10 : 4)
        .measurementTime(TimeValue.seconds(1));
  }

  /** In a new JVM each time. */
  private static ChainedOptionsBuilder cold(String pattern, boolean isLong) {
    return new OptionsBuilder()
        .include(pattern)
        .exclude("^(?!.*" + COLD + ")")
        .jvmArgsAppend(modules())
        .addProfiler(GCProfiler.class)
        .forks(isLong ? 10 : 3)
        .warmupIterations(0)
        .measurementIterations(1);
  }

  private static String modules() {
    return "-D" + SampleModule.DIRECTORY + "=" + System.getProperty(SampleModule.DIRECTORY);
  }

  private static String machine() {
    return String.format(
        "%n%s %s, %d processors, JDK %s (%s)%n",
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        System.getProperty("java.vm.name"));
  }
}
