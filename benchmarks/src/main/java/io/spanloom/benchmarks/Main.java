package io.spanloom.benchmarks;

import io.spanloom.benchmarks.build.ModuleBuild;
import io.spanloom.benchmarks.build.SampleModule;
import io.spanloom.benchmarks.cpu.CpuTimes;
import io.spanloom.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
        --cpu           calls alone, by their thread's CPU time, as a table in Markdown: each form
                        in JVMs of its own, all in turn; 5th percentile of the rounds, median of
                        the JVMs. 10 minutes, with --long 40; with --only the rows whose titles
                        match ("^tool call", "workflow", "model", "two threads")
        --before PATH   with --cpu: what is woven is measured with the classes of another build
                        too, such as "old/runtime/target/classes:old/benchmarks/target/classes"
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
   * @throws IOException if there is no room for the modules to weave, or a JVM fails
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
    String module = value(options, "--module", "");
    if (!module.isEmpty()) {
      System.out.println(machine());
      System.out.print(ModuleBuild.measure(Path.of(module)));
      return;
    }
    String pattern = value(options, "--only", Plan.ALL);
    boolean isLong = options.contains("--long");
    if (options.contains("--cpu")) {
      String before = value(options, "--before", "");
      System.out.println(machine());
      System.out.print(CpuTimes.table(pattern, isLong, before));
      return;
    }
    Path directory = Files.createTempDirectory("benchmarks");
    try {
      Collection<RunResult> results = run(pattern, isLong, directory);
      System.out.println(machine());
      System.out.print(Table.of(results).render());
    } finally {
      SampleModule.delete(directory);
    }
  }

  private static String value(List<String> options, String name, String otherwise) {
    int option = options.indexOf(name);
    return option >= 0 && option + 1 < options.size() ? options.get(option + 1) : otherwise;
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
