package io.spanloom.weaver.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program whose workflows each hand work to other threads in one way, compiled and run in a JVM
 * of its own. Each workflow knows how many calls of its tool there must be.
 */
record Hops(Module module, List<String> classNames, boolean preview) {

  private static final Path SOURCES = Path.of("src/test/resources/hops");
  private static final Pattern LINE = Pattern.compile("HOP (\\S+) (\\d+)(.*)");
  private static final int JDK = Runtime.version().feature();

  /** What a workflow left. */
  record Hop(int calls, String tree) {

    /** Whether every call is a span below the workflow's, and there is no other. */
    static Hop expected(String workflow, int calls) {
      String below = calls == 0 ? "" : " {execute_tool work=" + calls + "}";
      return new Hop(calls, " {" + root(workflow) + below + "=1}");
    }
  }

  /** Everything that the running JDK has. */
  static Hops compile(Path directory) {
    List<String> classNames =
        new ArrayList<>(List.of("Pools", "CompletableFutures", "Threads", "Streams"));
    List<String> sources = new ArrayList<>(sources("17"));
    List<String> options = new ArrayList<>();
    if (JDK >= 21) {
      classNames.add("VirtualThreads");
      sources.addAll(sources("21"));
    }
    if (JDK == 25) {
      classNames.add("Structured");
      sources.addAll(sources("25"));
      options.add("--enable-preview");
    }
    if (JDK >= 24) {
      classNames.add("Gathering");
      sources.addAll(sources("24"));
    }
    Module module = Module.in(directory).compileAnnotated(options, sources.toArray(String[]::new));
    return new Hops(module, classNames, !options.isEmpty());
  }

  private static List<String> sources(String folder) {
    try (Stream<Path> files = Files.list(SOURCES.resolve(folder))) {
      return files.map(Hops::read).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The same program with other workflows. */
  Hops with(String className) {
    return new Hops(module, List.of(className), preview);
  }

  /** Runs all workflows, and returns what each left. */
  Map<String, Hop> run(String... jvmOptions) throws IOException, InterruptedException {
    return read(execute(jvmOptions).results());
  }

  /** The same under the OpenTelemetry Java agent, whose SDK records the spans. */
  Map<String, Hop> runUnder(Path openTelemetryAgent) throws IOException, InterruptedException {
    Run run =
        execute(
            "-javaagent:" + openTelemetryAgent,
            "-Dhops.agent=true",
            "-Dotel.traces.exporter=experimental-otlp/stdout",
            "-Dotel.metrics.exporter=none",
            "-Dotel.logs.exporter=none");
    Map<String, String> trees = ExportedTrees.read(run.output());
    Map<String, Hop> hops = new TreeMap<>();
    read(run.results())
        .forEach(
            (workflow, hop) ->
                hops.put(workflow, new Hop(hop.calls(), trees.get(rootOf(workflow, trees)))));
    return hops;
  }

  private static String rootOf(String workflow, Map<String, String> trees) {
    String agent = "invoke_agent " + workflow;
    return trees.containsKey(agent) ? agent : root(workflow);
  }

  private static String root(String workflow) {
    return "invoke_workflow " + workflow.substring(workflow.indexOf('.') + 1);
  }

  private static Map<String, Hop> read(String results) {
    Map<String, Hop> hops = new TreeMap<>();
    for (String line : results.split("\n")) {
      assertThat(line).doesNotStartWith("LEAK");
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        hops.put(matcher.group(1), new Hop(Integer.parseInt(matcher.group(2)), matcher.group(3)));
      }
    }
    return hops;
  }

  private Run execute(String... jvmOptions) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory(module.classes().getParent(), "run");
    Path results = directory.resolve("results.txt");
    Path output = directory.resolve("output.txt");
    Path errors = directory.resolve("errors.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dhops.results=" + results));
    command.addAll(List.of(jvmOptions));
    if (preview) {
      command.add("--enable-preview");
    }
    command.addAll(List.of("-cp", classPath(), "hops.Main"));
    classNames.forEach(name -> command.add("hops." + name));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    boolean ended = process.waitFor(300, TimeUnit.SECONDS);
    process.destroyForcibly();
    String text = Files.readString(output);
    assertThat(ended).as(text + Files.readString(errors)).isTrue();
    assertThat(process.exitValue()).as(text + Files.readString(errors)).isZero();
    return new Run(Files.readString(results), text);
  }

  /** What the program wrote, and what its exporter printed. */
  private record Run(String results, String output) {}

  private String classPath() {
    return module.classes() + File.pathSeparator + System.getProperty("java.class.path");
  }
}
