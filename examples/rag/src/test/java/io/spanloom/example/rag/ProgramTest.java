package io.spanloom.example.rag;

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
  void printsAnswersWithSourcesTracesAndCosts(@TempDir Path index) {
    Run run = Run.of(Map.of("RAG_INDEX", index.toString()));

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .containsSubsequence(
            "Indexing:  32 of ",
            "Documents: ",
            "Model:     embedded scripted endpoint",
            "(set OPENAI_BASE_URL, OPENAI_API_KEY, OPENAI_MODEL for a real one)",
            "Question:  How do I keep the spans from changing unnoticed?",
            "(tenant acme, feature help_center)",
            "1. ",
            "Route: steps, confidence 0.",
            "README.md: Spanloom",
            "Question:  Which environment variable names my own price table?",
            "SPANLOOM_PRICES",
            "Question:  Why is advice woven at build time?",
            "docs/adr/0001-advice-woven-at-build-time.md: ",
            "Question:  How do I bake sourdough bread?",
            "The documents do not answer this question",
            "Route: out of scope, confidence 0.",
            "Traces",
            "invoke_workflow prepare",
            "├─ index_documents",
            "invoke_workflow answer_question",
            "├─ rerank",
            "│  └─ chat gpt-4.1-mini",
            "Cost by feature and tenant",
            "chat           acme           1",
            "help_center    acme           1",
            "help_center    globex         1",
            "all                           3");
  }

  @Test
  void whatIsIndexedStaysIndexed(@TempDir Path index) {
    Map<String, String> environment = Map.of("RAG_INDEX", index.toString());
    Run first = Run.of(environment, "Which environment variable names my own price table?");
    Run second = Run.of(environment, "Which environment variable names my own price table?");

    assertThat(first.out()).contains("Indexing:", "index_documents", "`SPANLOOM_PRICES`");
    assertThat(second.out()).contains("`SPANLOOM_PRICES`").doesNotContain("Indexing:");
  }

  @Test
  void theProcessEndsByItselfWhenTheWorkIsDone(@TempDir Path directory) throws Exception {
    Path output = directory.resolve("out.txt");
    ProcessBuilder program =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "io.spanloom.example.rag.Main",
            "Which environment variable names my own price table?");
    program
        .environment()
        .keySet()
        .removeIf(it -> it.startsWith("OPENAI_") || it.startsWith("OTEL_"));
    program.redirectErrorStream(true).redirectOutput(output.toFile());

    Process process = program.start();

    boolean ended = process.waitFor(120, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended).as("ended").isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    assertThat(Files.readString(output))
        .contains("`SPANLOOM_PRICES`", "Cost by feature and tenant")
        .doesNotContain("WARNING", "SLF4J");
  }
}
