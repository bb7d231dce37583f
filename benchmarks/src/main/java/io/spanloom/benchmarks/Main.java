package io.spanloom.benchmarks;

import io.spanloom.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks and prints one table. */
public final class Main {

  private static final String HELP =
      """
      Measures what tracing costs, beside hand-written OpenTelemetry code in the same run.

        --short         one fork and few iterations: minutes (default)
        --long          three forks and many iterations: for figures to keep
        --only REGEX    only the benchmarks whose name matches
        --help          this text

      Close other programs first: times on a busy machine say little; bytes are stable.
      """;

  private Main() {}

  /**
   * Runs.
   *
   * @throws RunnerException if JMH cannot
   */
  @SuppressWarnings("SystemOut") // the table is what the program is run for
  public static void main(String[] arguments) throws RunnerException {
    List<String> options = new ArrayList<>(List.of(arguments));
    if (options.contains("--help")) {
      System.out.print(HELP);
      return;
    }
    boolean isLong = options.contains("--long");
    int only = options.indexOf("--only");
    Collection<RunResult> results = new ArrayList<>();
    if (only >= 0 && only + 1 < options.size()) {
      results.addAll(run(options.get(only + 1), isLong, 1));
    } else {
      results.addAll(run(".*", isLong, 1));
      results.addAll(run("ToolCallBenchmark\\..*", isLong, 2));
    }
    System.out.println(machine());
    System.out.print(Table.of(results).render());
  }

  private static Collection<RunResult> run(String pattern, boolean isLong, int threads)
      throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(pattern)
            .threads(threads)
            .addProfiler(GCProfiler.class)
            .forks(isLong ? 3 : 1)
            .warmupIterations(isLong ? 5 : 3)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(isLong ? 10 : 4)
            .measurementTime(TimeValue.seconds(1));
    return new Runner(options.build()).run();
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
