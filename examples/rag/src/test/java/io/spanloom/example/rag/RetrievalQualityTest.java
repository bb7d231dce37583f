package io.spanloom.example.rag;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.example.rag.answer.Answer;
import io.spanloom.example.rag.document.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the example finds what it is asked for, and knows what it cannot know. */
class RetrievalQualityTest {

  private static final Map<String, String> DOCUMENTS =
      Map.ofEntries(
          entry("How do I use Spanloom without Maven?", "README.md"),
          entry("Which environment variable names my own price table?", "README.md"),
          entry("How are e-mail addresses kept out of traces?", "README.md"),
          entry("Which metric tells the cost?", "README.md"),
          entry("Do spans stay connected across threads and executors?", "README.md"),
          entry(
              "How do I stay in the trace when a tool runs elsewhere?",
              "docs/adr/0005-a-tool-call-travels-in-a-header-of-its-own.md"),
          entry(
              "Why is the advice woven before and after, and not around?",
              "docs/adr/0001-advice-woven-at-build-time.md"),
          entry(
              "What happens to a stream's span when nobody reads it?",
              "docs/adr/0003-how-streams-and-futures-end-their-spans.md"),
          entry(
              "How are tools of the same name treated?",
              "docs/adr/0007-tools-of-one-name-are-a-warning.md"),
          entry("What does the diagnostic UnknownPath mean?", "docs/diagnostics.md"),
          entry("What does a woven call cost?", "docs/performance.md"),
          entry("Which changes of the spans are breaking?", "docs/span-model.md"));

  private static DocumentationHelp help;

  @BeforeAll
  static void start() throws Exception {
    help =
        DocumentationHelp.start(
            Settings.from(Map.of("RAG_INDEX", System.getenv("RAG_INDEX"), "RAG_JUDGE_RATIO", "0")),
            (done, all) -> {});
  }

  @AfterAll
  static void stop() {
    help.close();
  }

  @Test
  void theDocumentThatAnswersIsAmongThePassages() throws Exception {
    List<String> missed = new ArrayList<>();
    for (Map.Entry<String, String> expected : DOCUMENTS.entrySet()) {
      Answer answer = help.answer(new UserQuestion(expected.getKey(), "test", "test"));
      Stream<String> sources = answer.context().passages().stream().map(Passage::source);
      if (sources.noneMatch(expected.getValue()::equals)) {
        missed.add(expected.getKey());
      }
    }

    // All twelve when this was written; documents change.
    assertThat(missed).hasSizeLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What is the capital of France?",
        "How do I bake sourdough bread?",
        "Who won the football world cup in 2014?",
        "What is the best treatment for a headache?",
        "When was the Magna Carta signed?",
      })
  void questionsAboutSomethingElseAreNotAnswered(String question) throws Exception {
    Answer answer = help.answer(new UserQuestion(question, "test", "test"));

    assertThat(answer.inScope()).isFalse();
    assertThat(answer.text()).contains("do not answer");
    assertThat(answer.cited()).isEmpty();
  }
}
