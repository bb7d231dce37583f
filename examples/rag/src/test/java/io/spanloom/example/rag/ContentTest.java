package io.spanloom.example.rag;

import static io.spanloom.example.otlp.ReceivedTrace.attributes;
import static io.spanloom.example.otlp.ReceivedTrace.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span;
import io.spanloom.example.otlp.OtlpReceiver;
import io.spanloom.example.otlp.ReceivedTrace;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What is exported when content is asked for; the counterpart of the test that nothing leaks. */
class ContentTest {

  private static final String SETTING = "spanloom.content";

  @Test
  void contentIsExportedWhenEnabled() throws IOException {
    System.setProperty(SETTING, "SPAN_ONLY");
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Run run = Run.of(receiver.environment(), "Which environment variable names a price table?");

      assertThat(run.status()).as(run.err()).isZero();
      ReceivedTrace trace = ReceivedTrace.of(receiver);
      assertThat(text(trace.only("invoke_workflow answer_question"), "input.value"))
          .contains("names a price table?");
      Span words = trace.only("retrieval spanloom_docs.words");
      assertThat(text(words, "gen_ai.retrieval.query.text")).contains("names a price table?");
      assertThat(text(words, "retrieval.documents.0.document.content")).isNotBlank();
      assertThat(text(words, "retrieval.documents.0.document.metadata")).contains("source", ".md");
      Span rerank = trace.only("rerank cosine+words+mmr");
      assertThat(text(rerank, "reranker.query")).contains("names a price table?");
      assertThat(attributes(rerank).toString()).contains("SPANLOOM_PRICES");
      assertThat(text(trace.only("chat gpt-4.1-mini"), "gen_ai.input.messages"))
          .contains("<passage number");
      assertThat(text(trace.only("chat gpt-4.1-mini"), "gen_ai.system_instructions"))
          .contains("You answer questions");
      assertThat(text(trace.only("chat gpt-4.1-mini"), "gen_ai.output.messages"))
          .contains("SPANLOOM_PRICES");
      assertThat(trace.only("route").getEventsList().toString())
          .contains("spanloom.decision.reason", "the closest passage");
    } finally {
      System.clearProperty(SETTING);
    }
  }
}
