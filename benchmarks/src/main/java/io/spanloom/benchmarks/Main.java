package io.spanloom.benchmarks;

import io.spanloom.benchmarks.build.ModuleBuild;
import io.spanloom.benchmarks.build.SampleModule;
import io.spanloom.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

/** Runs the benchmarks and prints one table. */
public final class Main {

  private static final String HELP =
      """
      Measures what tracing costs, beside hand-written OpenTelemetry code in the same run, and
      what the build pays for it.

        --short         one fork and few iterations: 10 minutes (default). Unless --only is
                        given, left out are 256 KiB of content, javac with 100 methods, the
                        weaving of 1,000 classes, the blueprint, sessions of a million model
                        calls, model calls and futures without an SDK, and two threads where
                        nothing is sampled; and the compiler is not always done with what
                        is measured
        --long          all of it, three forks, the compiler done: an hour, for figures to keep
        --only REGEX    only the benchmarks whose name matches: ToolCall, ModelCall, Future,
                        Workflow, Submit, Content, Growth, Compile, Weave, Blueprint; and
                        the tool call traced by others (WithSpan, Observed) or woven at load
                        time (LoadTime), which the table compares with ToolCall
        --module DIR    no benchmark: writes a module of 500 classes below DIR and builds it
                        with Maven, plain and with Spanloom in turn, five times each
        --help          this text

      Close other programs first: times on a busy machine say little; bytes are stable.
      """;

  private Main() {}

  /**
   * Runs.
   *
   * @throws RunnerException if JMH cannot
   * @throws IOException if there is no room for the modules to weave
   * @throws InterruptedException if a build is interrupted
   */
  @SuppressWarnings("SystemOut") // the table is what the program is run for
  public static void main(String[] arguments)
      throws RunnerException, IOException, InterruptedException {
    List<String> options = List.of(arguments);
    if (options.contains("--help")) {
      System.out.print(HELP);
      return;
    }
    String module = value(options, "--module");
    if (module != null) {
      System.out.println(machine());
      System.out.print(ModuleBuild.measure(Path.of(module)));
      return;
    }
    String only = value(options, "--only");
    String pattern = only == null ? Plan.ALL : only;
    Path directory = Files.createTempDirectory("benchmarks");
    try {
      Collection<RunResult> results = run(pattern, options.contains("--long"), directory);
      System.out.println(machine());
      System.out.print(Table.of(results).render());
    } finally {
      SampleModule.delete(directory);
    }
  }

  private static @Nullable String value(List<String> options, String name) {
    int index = options.indexOf(name);
    return index >= 0 && index + 1 < options.size() ? options.get(index + 1) : null;
  }

  private static Collection<RunResult> run(String pattern, boolean isLong, Path directory)
      throws RunnerException, IOException {
    Collection<RunResult> results = new ArrayList<>();
    for (Group group : Plan.of(pattern, isLong, directory)) {
      results.addAll(group.run());
    }
    if (results.isEmpty()) {
      throw new RunnerException("No benchmark has a name that matches " + pattern);
    }
    return results;
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
