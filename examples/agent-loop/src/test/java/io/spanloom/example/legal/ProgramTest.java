package io.spanloom.example.legal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program prints, on the woven classes. */
class ProgramTest {

  @Test
  void printsHeaderAnswerTreeAndTimes() {
    Run run = Run.of(Map.of("AGENT_CITATION_DELAY_MS", "200"));

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .containsSubsequence(
            "Question:  " + CommandLine.DEFAULT_QUESTION,
            "Model:     embedded scripted endpoint",
            "(set OPENAI_BASE_URL, OPENAI_API_KEY, OPENAI_MODEL for a real one)",
            "# Research memo",
            "214 Mer. 118",
            "Not relied on: 97 Mer. 55, overruled by 214 Mer. 118.",
            "Trace",
            "invoke_agent legal_research",
            "reasoning",
            "chat gpt-4.1-mini",
            "execute_tool case_search",
            "call_",
            "execute_tool document_formatter",
            "Time per tool",
            "citation_validator       1      0",
            "citation_validator");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void answersOtherQuestionsFromOtherAuthorities() {
    Run run =
        Run.of(
            Map.of(),
            "May",
            "an",
            "employer",
            "dismiss",
            "a",
            "driver",
            "for",
            "reporting",
            "unsafe",
            "brakes?");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("227 Mer. 71", "Mer. Code § 50-211")
        .doesNotContain("214 Mer. 118");
  }

  @Test
  void saysSoWhenThereIsNoAuthority() {
    Run run = Run.of(Map.of(), "How does photosynthesis turn sunlight into sugar?");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("I found no authority on this question")
        .contains("case_search              2      0");
  }

  @Test
  void aModelThatNeverEndsIsStopped() {
    Run run = Run.of(Map.of("AGENT_MAX_TURNS", "2"));

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .isEqualToIgnoringNewLines("No answer: The model still asked for tools after 2 turns.");
    assertThat(run.out()).contains("invoke_agent legal_research", "ERROR");
  }

  @Test
  void theProcessEndsByItselfWhenTheWorkIsDone(@TempDir Path directory) throws Exception {
    Path output = directory.resolve("out.txt");
    ProcessBuilder program =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "io.spanloom.example.legal.Main",
            "Is hearsay admissible?");
    program
        .environment()
        .keySet()
        .removeIf(it -> it.startsWith("OPENAI_") || it.startsWith("OTEL_"));
    program.environment().put("AGENT_CITATION_DELAY_MS", "0");
    program.redirectErrorStream(true).redirectOutput(output.toFile());

    Process process = program.start();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    assertThat(Files.readString(output)).contains("182 Mer. 417", "Time per tool");
  }
}
