package io.spanloom.oldest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each program is a JVM of its own, for a JVM has one global OpenTelemetry for good. */
class GlobalOpenTelemetryTest {

  private static final String AGENT =
      "-javaagent:" + Path.of("target/agents/opentelemetry-javaagent.jar").toAbsolutePath();

  @Test
  void theAgentsIsFound() throws Exception {
    String output =
        run(
            List.of(
                AGENT,
                "-Dotel.traces.exporter=console",
                "-Dotel.metrics.exporter=none",
                "-Dotel.logs.exporter=none"));

    assertThat(output).contains("first works", "'execute_tool first'");
  }

  @Test
  void withoutAnyTheProgramWorks() throws Exception {
    assertThat(run(List.of())).isEqualToIgnoringNewLines("first works");
  }

  @Test
  void oneThatIsSetLaterIsFound() throws Exception {
    String output = run(List.of(), "own");

    assertThat(output)
        .contains("second works", "execute_tool second")
        .doesNotContain("execute_tool first");
  }

  @ParameterizedTest
  @ValueSource(strings = {"javaagent", "instrumentation.opentelemetry-api"})
  void anAgentThatIsSwitchedOffDoesNotKeepTheProgramFromSettingItsOwn(String part)
      throws Exception {
    String output =
        run(
            List.of(AGENT, "-Dotel.traces.exporter=none", "-Dotel." + part + ".enabled=false"),
            "own");

    assertThat(output).contains("second works", "execute_tool second");
  }

  private static String run(List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(options);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), GlobalProgram.class.getName()));
    command.addAll(List.of(arguments));
    Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(program.getInputStream().readAllBytes(), UTF_8);
    assertThat(program.waitFor()).as(output).isZero();
    return output;
  }
}
