package io.spanloom.example.legal;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.spanloom.example.otlp.OtlpReceiver;
import io.spanloom.example.otlp.ReceivedTrace;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program from the same jars, woven when it was built, woven by the stock AspectJ agent when it
 * is loaded, and not woven at all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoadTimeWeavingTest {

  /** What the Maven plugin wove, as it was compiled: stands before the woven classes. */
  private static final Path UNWOVEN = Path.of("target/spanloom/weave/unwoven");

  private Path directory;

  private ReceivedTrace wovenWhenBuilt;
  private ReceivedTrace wovenWhenLoaded;

  @BeforeAll
  void run(@TempDir Path outputs) throws Exception {
    directory = outputs;
    wovenWhenBuilt = trace(List.of());
    wovenWhenLoaded = trace(List.of("-javaagent:" + aspectJ()), UNWOVEN);
  }

  @Test
  void theTreesAreTheSame() {
    assertThat(tree(wovenWhenBuilt)).contains("execute_tool case_search");
    assertThat(tree(wovenWhenLoaded)).isEqualTo(tree(wovenWhenBuilt));
  }

  @Test
  void parallelToolsAreBelowTheReasoningThatRequestedThem() {
    Span search = wovenWhenLoaded.only("execute_tool case_search");
    Span lookup = wovenWhenLoaded.only("execute_tool statute_lookup");

    assertThat(wovenWhenLoaded.parentOf(search)).isEqualTo(wovenWhenLoaded.parentOf(lookup));
    assertThat(wovenWhenLoaded.parentOf(search).getName()).isEqualTo("reasoning");
  }

  @Test
  void withoutAnyWeavingThereIsNoTrace() throws Exception {
    assertThat(trace(List.of(), UNWOVEN).spans()).isEmpty();
  }

  private ReceivedTrace trace(List<String> options, Path... before)
      throws IOException, InterruptedException {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("-XX:TieredStopAtLevel=1");
      command.addAll(options);
      command.addAll(List.of("-cp", classPath(before), "io.spanloom.example.legal.Main"));
      Path output = Files.createTempFile(directory, "output", ".txt");
      ProcessBuilder program =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      Map<String, String> environment = program.environment();
      environment.keySet().removeIf(it -> it.startsWith("OPENAI_") || it.startsWith("OTEL_"));
      environment.putAll(receiver.environment());
      environment.put("AGENT_CITATION_DELAY_MS", "0");
      Process process = program.start();
      boolean ended = process.waitFor(120, TimeUnit.SECONDS);
      process.destroyForcibly();
      assertThat(ended).as(Files.readString(output)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(output)).isZero();
      return ReceivedTrace.of(receiver);
    }
  }

  private static String classPath(Path... before) {
    String rest = System.getProperty("java.class.path");
    return Arrays.stream(before)
        .map(path -> path + File.pathSeparator)
        .collect(joining("", "", rest));
  }

  private static String aspectJ() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> path.contains("aspectjweaver"))
        .findFirst()
        .orElseThrow();
  }

  /** Names, how each tool's id was found, and what is below, whatever finished first. */
  private static String tree(ReceivedTrace trace) {
    return line(trace, trace.root(), "");
  }

  private static String line(ReceivedTrace trace, Span span, String indent) {
    AnyValue correlation = ReceivedTrace.attributes(span).get("spanloom.tool_call.correlation");
    return indent
        + span.getName()
        + (correlation == null ? "" : " (" + correlation.getStringValue() + ")")
        + "\n"
        + trace.below(span).stream()
            .sorted(comparing(Span::getName).thenComparing(Span::getStartTimeUnixNano))
            .map(child -> line(trace, child, indent + "  "))
            .collect(joining());
  }
}
