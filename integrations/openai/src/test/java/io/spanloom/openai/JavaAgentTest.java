package io.spanloom.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The OpenTelemetry Java agent traces the SDK as well: a setting makes it one span a call. */
class JavaAgentTest {

  private static final Path AGENT = Path.of("target", "agents", "opentelemetry-javaagent.jar");

  @Test
  void withTheAgentsInstrumentationSwitchedOffACallHasOneSpan() throws Exception {
    assertThat(chats("-Dotel.instrumentation.openai.enabled=false"))
        .singleElement()
        .asString()
        .contains("'chat gpt-4.1-mini'", "io.spanloom");
  }

  /** Without the setting there are two, or it would not be needed. */
  @Test
  void withBothACallHasTwo() throws Exception {
    assertThat(chats()).hasSize(2);
  }

  /** The lines in which the agent tells of model calls. */
  private static List<String> chats(String... settings) throws IOException, InterruptedException {
    assumeTrue(Files.exists(AGENT), "The agent is here where this module is built");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-javaagent:" + AGENT);
    command.add("-Dotel.traces.exporter=console");
    command.add("-Dotel.metrics.exporter=none");
    command.add("-Dotel.logs.exporter=none");
    command.addAll(List.of(settings));
    command.addAll(
        List.of("-classpath", System.getProperty("java.class.path"), UnderAgent.class.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.lines().filter(line -> line.contains("'chat ")).toList();
  }
}
