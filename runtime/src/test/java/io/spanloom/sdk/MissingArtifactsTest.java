package io.spanloom.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one-line start, where OpenTelemetry's artifacts are missing or its settings are wrong. */
class MissingArtifactsTest {

  private static final String NO_METRICS = "-Dotel.metrics.exporter=none";
  private static final String NO_LOGS = "-Dotel.logs.exporter=none";
  private static final String NO_SPANS = "-Dotel.traces.exporter=none";

  @TempDir private Path directory;

  @Test
  void withoutTheStandardExporterTheProgramRunsAndItsOwnProcessorsReceiveSpans() throws Exception {
    Run run = run(List.of("opentelemetry-exporter"), List.of(), "tree");

    assertThat(run.warnings())
        .containsExactly(
            "Nothing goes to the exporter \"otlp\", which is not on the class path. Add"
                + " io.opentelemetry:opentelemetry-exporter-otlp, or choose another, or \"none\","
                + " by otel.traces.exporter, otel.metrics.exporter, otel.logs.exporter.");
    assertThat(run.output()).contains("worked", "execute_tool lookup");
  }

  @Test
  void anotherExporterThatIsMissingIsLeftOutAlone() throws Exception {
    Run run =
        run(
            List.of(),
            List.of("-Dotel.traces.exporter=zipkin,none-of-these", NO_METRICS, NO_LOGS),
            "tree");

    assertThat(run.warnings())
        .satisfiesExactly(
            zipkin ->
                assertThat(zipkin)
                    .contains("\"zipkin\"", "opentelemetry-exporter-zipkin")
                    .endsWith("by otel.traces.exporter."),
            other ->
                assertThat(other).contains("\"none-of-these\"", "Add the artifact it comes with"));
    assertThat(run.output()).contains("worked", "execute_tool lookup");
  }

  @Test
  void withoutAutoconfigurationTheProgramsOwnProcessorsReceiveSpans() throws Exception {
    Path file = directory.resolve("trace.jsonl");
    Run run =
        run(
            List.of("opentelemetry-sdk-extension-autoconfigure"),
            List.of("-Dspanloom.trace.file=" + file),
            "tree");

    assertThat(run.warnings())
        .singleElement()
        .asString()
        .startsWith(
            "Nothing is exported: add io.opentelemetry:opentelemetry-sdk-extension-autoconfigure,");
    assertThat(run.output()).contains("worked", "execute_tool lookup");
    assertThat(file).content().contains("execute_tool lookup", "\"one-line\"");
  }

  @Test
  void withoutAnSdkTheProgramRuns() throws Exception {
    Path file = directory.resolve("trace.jsonl");
    Run run =
        run(
            List.of("opentelemetry-sdk", "opentelemetry-exporter"),
            List.of("-Dspanloom.trace.file=" + file));

    assertThat(run.warnings())
        .singleElement()
        .asString()
        .startsWith(
            "Nothing is exported: add io.opentelemetry:opentelemetry-sdk-extension-autoconfigure,");
    assertThat(run.output()).contains("worked");
  }

  @Test
  void withoutTheExportersHttpClientTheProgramRuns() throws Exception {
    Run run = run(List.of("opentelemetry-exporter-sender"), List.of(NO_METRICS, NO_LOGS), "tree");

    assertThat(run.warnings())
        .singleElement()
        .asString()
        .startsWith("Nothing is exported: OpenTelemetry cannot start: ")
        .contains("ender");
    assertThat(run.output()).contains("worked", "execute_tool lookup");
  }

  @Test
  void withAnIllegalSettingTheProgramRuns() throws Exception {
    Run run =
        run(List.of(), List.of("-Dotel.traces.sampler=nonsense", NO_SPANS, NO_METRICS, NO_LOGS));

    assertThat(run.warnings())
        .singleElement()
        .asString()
        .startsWith("Nothing is exported: OpenTelemetry cannot start: ")
        .contains("nonsense");
    assertThat(run.output()).contains("worked");
  }

  @Test
  void aDisabledSdkMissesNothing() throws Exception {
    Run run = run(List.of("opentelemetry-exporter"), List.of("-Dotel.sdk.disabled=true"), "tree");

    assertThat(run.warnings()).isEmpty();
    assertThat(run.output()).contains("worked").doesNotContain("execute_tool");
  }

  private record Run(String output, List<String> warnings) {}

  /** Runs the program without the jars whose names begin so. */
  private static Run run(List<String> jars, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(options);
    command.addAll(List.of("-cp", classPathWithout(jars), OneLineStart.class.getName()));
    command.addAll(List.of(arguments));
    Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(program.getInputStream().readAllBytes(), UTF_8);
    assertThat(program.waitFor()).as(output).isZero();
    assertThat(output).doesNotContain("\tat ", "Exception in thread");
    List<String> warnings =
        output
            .lines()
            .filter(line -> line.startsWith("WARNING: ") || line.startsWith("SEVERE: "))
            .map(line -> line.substring(line.indexOf(' ') + 1))
            .filter(line -> !line.contains("is compiled for tracing but not woven"))
            .toList();
    return new Run(output, warnings);
  }

  private static String classPathWithout(List<String> jars) {
    String[] entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    for (String jar : jars) {
      assertThat(entries).as("jars named " + jar + "…").anyMatch(entry -> named(entry, jar));
    }
    return Arrays.stream(entries)
        .filter(entry -> jars.stream().noneMatch(jar -> named(entry, jar)))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean named(String entry, String jar) {
    return Path.of(entry).getFileName().toString().startsWith(jar);
  }
}
