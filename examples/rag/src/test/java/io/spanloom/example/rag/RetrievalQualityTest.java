package io.spanloom.example.rag;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.example.rag.answer.Answer;
import io.spanloom.example.rag.document.Passage;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the example finds what it is asked for, and knows what it cannot know. */
class RetrievalQualityTest {

  private static DocumentationHelp help;

  @BeforeAll
  static void start() throws Exception {
    help =
        DocumentationHelp.start(
            Settings.from(Map.of("RAG_INDEX", System.getenv("RAG_INDEX"))), (done, all) -> {});
  }

  @AfterAll
  static void stop() {
    help.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "How do I use Spanloom without Maven?                        | README.md",
        "Which environment variable names my own price table?        | README.md",
        "How are e-mail addresses kept out of traces?                | README.md",
        "Which metric tells the cost?                                | README.md",
        "Do spans stay connected across threads and executors?       | README.md",
        "How do I stay in the trace when a tool runs elsewhere?      | docs/adr/0005-a-tool-call-travels-in-a-header-of-its-own.md",
        "Why is the advice woven before and after, and not around?   | docs/adr/0001-advice-woven-at-build-time.md",
        "What happens to a stream's span when nobody reads it?       | docs/adr/0003-how-streams-and-futures-end-their-spans.md",
        "How are tools of the same name treated?                     | docs/adr/0007-tools-of-one-name-are-a-warning.md",
        "What does the diagnostic UnknownPath mean?                  | docs/diagnostics.md",
        "What does a woven call cost?                                | docs/performance.md",
        "Which changes of the spans are breaking?                    | docs/span-model.md",
      })
  void theDocumentThatAnswersIsAmongThePassages(String question, String document) throws Exception {
    Answer answer = help.answer(new Asked(question, "test", "test"));

    assertThat(answer.inScope()).isTrue();
    assertThat(answer.context().passages()).extracting(Passage::source).contains(document);
    assertThat(answer.cited()).isNotEmpty();
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
    Answer answer = help.answer(new Asked(question, "test", "test"));

    assertThat(answer.inScope()).isFalse();
    assertThat(answer.text()).contains("do not answer");
    assertThat(answer.cited()).isEmpty();
  }
}
