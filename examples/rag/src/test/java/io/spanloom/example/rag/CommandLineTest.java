package io.spanloom.example.rag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

  @Test
  void helpShowsTheUsage() {
    Run run = Run.of(Map.of(), "--help");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Usage:", "OPENAI_BASE_URL", "OTEL_EXPORTER_OTLP_ENDPOINT");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"--verbose", "-v", "--question=what"})
  void anUnknownOptionIsAnErrorOfUsage(String option) {
    Run run = Run.of(Map.of(), option, "Is it so?");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).isEqualToIgnoringNewLines("Unknown option " + option + ". Try --help.");
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"many", "-0.1", "1.5", "NaN"})
  void anImpossibleRatioIsAnErrorOfUsage(String value) {
    Run run = Run.of(Map.of("RAG_JUDGE_RATIO", value));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("RAG_JUDGE_RATIO must be a number from 0 to 1")
        .contains(value);
  }

  @ParameterizedTest
  @CsvSource({"localhost:11434", "ftp://example.org/v1", "http://"})
  void anAddressThatIsNoneIsAnErrorOfUsage(String baseUrl) {
    Run run = Run.of(Map.of("OPENAI_BASE_URL", baseUrl));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("OPENAI_BASE_URL must be an http or https URL, not");
  }

  @Test
  void anExporterThatIsMissingDoesNotStopTheProgram() {
    Run run =
        Run.of(
            Map.of("OTEL_TRACES_EXPORTER", "pigeon"),
            "Which environment variable names my own price table?");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("Telemetry: printed below (set OTEL_EXPORTER_OTLP_ENDPOINT", "SPANLOOM_PRICES");
  }

  @Test
  void withoutTelemetryTheAnswerIsTheSame() {
    Run run =
        Run.of(
            Map.of("OTEL_SDK_DISABLED", "true"),
            "Which environment variable names my own price table?");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("SPANLOOM_PRICES", "No span was recorded: see OTEL_SDK_DISABLED");
  }

  @Test
  void allArgumentsTogetherAreTheQuestion() throws UsageException {
    assertThat(CommandLine.parse("Is", "it", "so?").question()).isEqualTo("Is it so?");
    assertThat(CommandLine.parse("--", "--help", "me").question()).isEqualTo("--help me");
    assertThat(CommandLine.parse().question()).isEmpty();
    assertThat(CommandLine.parse("--", "").question()).isEmpty();
  }
}
