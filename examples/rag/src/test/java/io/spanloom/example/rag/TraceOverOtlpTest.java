package io.spanloom.example.rag;

import static io.spanloom.example.otlp.ReceivedTrace.attribute;
import static io.spanloom.example.otlp.ReceivedTrace.attributes;
import static io.spanloom.example.otlp.ReceivedTrace.decimal;
import static io.spanloom.example.otlp.ReceivedTrace.integer;
import static io.spanloom.example.otlp.ReceivedTrace.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.spanloom.example.otlp.OtlpReceiver;
import io.spanloom.example.otlp.ReceivedTrace;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The traces of two questions, as an OTLP receiver gets them from the woven program. */
class TraceOverOtlpTest {

  private static final String QUESTION = "Which environment variable names my own price table?";
  private static final int CANDIDATES = 15;

  private static OtlpReceiver receiver;
  private static ReceivedTrace trace;
  private static ReceivedTrace outOfScope;

  @BeforeAll
  static void runTwice() throws IOException {
    try (OtlpReceiver started = OtlpReceiver.start()) {
      receiver = started;
      trace = ask(receiver, QUESTION);
    }
    try (OtlpReceiver other = OtlpReceiver.start()) {
      outOfScope = ask(other, "How do I bake sourdough bread?");
    }
  }

  @Test
  void onePipelineFromTheQuestionToTheCheckedAnswer() {
    assertThat(tree(trace, trace.root(), ""))
        .isEqualTo(
            """
            invoke_workflow answer_question
              embeddings all-MiniLM-L6-v2-q
              hybrid_search
                retrieval spanloom_docs.words
                retrieval spanloom_docs.vectors
              route
              rerank cosine+words+mmr
              generate
                chat gpt-4.1-mini
              guardrail citations
            """);
    assertThat(trace.spans()).extracting(Span::getTraceId).containsOnly(trace.root().getTraceId());
    assertThat(text(trace.root(), "gen_ai.operation.name")).isEqualTo("invoke_workflow");
    assertThat(text(trace.root(), "spanloom.workflow.version")).isEqualTo("1");
  }

  @Test
  void everySpanHasUserAndSession() {
    assertThat(trace.spans())
        .allSatisfy(
            span -> {
              assertThat(text(span, "session.id")).isEqualTo("session-7");
              assertThat(text(span, "gen_ai.conversation.id")).isEqualTo("session-7");
              assertThat(text(span, "user.id")).isEqualTo("user-7");
              assertThat(text(span, "app.tenant_id")).isEqualTo("globex");
              assertThat(text(span, "app.feature")).isEqualTo("search_box");
            });
  }

  @Test
  void theEmbeddingHasModelDimensionAndTokens() {
    Span span = trace.only("embeddings all-MiniLM-L6-v2-q");

    assertThat(span.getKind()).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
    assertThat(text(span, "openinference.span.kind")).isEqualTo("EMBEDDING");
    assertThat(text(span, "embedding.model_name")).isEqualTo("all-MiniLM-L6-v2-q");
    assertThat(text(span, "gen_ai.request.model")).isEqualTo("all-MiniLM-L6-v2-q");
    assertThat(integer(span, "gen_ai.embeddings.dimension.count")).isEqualTo(384);
    assertThat(integer(span, "gen_ai.usage.input_tokens")).isPositive();
  }

  @Test
  void bothSearchesTellSourceCountAndScores() {
    for (String source : List.of("spanloom_docs.words", "spanloom_docs.vectors")) {
      Span span = trace.only("retrieval " + source);

      assertThat(text(span, "openinference.span.kind")).isEqualTo("RETRIEVER");
      assertThat(text(span, "gen_ai.data_source.id")).isEqualTo(source);
      assertThat(decimal(span, "gen_ai.request.top_k")).isEqualTo(CANDIDATES);
      assertThat(integer(span, "spanloom.output.count")).isEqualTo(CANDIDATES);
      assertThat(text(span, "retrieval.documents.0.document.id")).contains(".md#");
      assertThat(decimal(span, "retrieval.documents.0.document.score"))
          .isGreaterThan(decimal(span, "retrieval.documents.14.document.score"));
    }
  }

  @Test
  void theRerankingHasItsInputAndOutputDocuments() {
    Span span = trace.only("rerank cosine+words+mmr");

    assertThat(text(span, "openinference.span.kind")).isEqualTo("RERANKER");
    assertThat(integer(span, "spanloom.input.count")).isEqualTo(CANDIDATES);
    assertThat(integer(span, "spanloom.output.count")).isEqualTo(5);
    assertThat(integer(span, "reranker.top_k")).isEqualTo(5);
    assertThat(text(span, "reranker.input_documents.14.document.id")).contains(".md#");
    String best = text(span, "reranker.output_documents.0.document.id");
    int before =
        (int)
            attribute(span, "spanloom.rerank.ranks_before")
                .getArrayValue()
                .getValues(0)
                .getIntValue();
    assertThat(text(span, "reranker.input_documents." + (before - 1) + ".document.id"))
        .isEqualTo(best);
    assertThat(decimal(span, "reranker.output_documents.0.document.score")).isBetween(0.2, 1.0);
  }

  @Test
  void theGenerationHasTheSizeOfItsContext() {
    Span generation = trace.only("generate");
    Span chat = trace.only("chat gpt-4.1-mini");

    assertThat(integer(generation, "app.context.passages")).isEqualTo(5);
    assertThat(integer(generation, "app.context.length")).isGreaterThan(1000);
    assertThat(text(generation, "app.answer.style")).isEqualTo("fact");
    assertThat(text(chat, "openinference.span.kind")).isEqualTo("LLM");
    assertThat(decimal(chat, "gen_ai.request.temperature")).isEqualTo(0.1);
    assertThat(integer(chat, "gen_ai.request.max_tokens")).isPositive();
    assertThat(text(chat, "gen_ai.response.model")).isEqualTo("gpt-4.1-mini");
    assertThat(integer(chat, "gen_ai.usage.input_tokens"))
        .isGreaterThan(integer(generation, "app.context.length") / 5);
    assertThat(integer(chat, "gen_ai.usage.output_tokens")).isPositive();
    assertThat(decimal(chat, "llm.cost.total")).isPositive();
    assertThat(decimal(trace.root(), "spanloom.total.cost"))
        .isCloseTo(decimal(chat, "llm.cost.total"), within(1e-9));
  }

  @Test
  void theRouteIsADecisionWithItsConfidence() {
    List<Map<String, AnyValue>> decisions = decisions(trace.only("route"));

    assertThat(decisions)
        .extracting(it -> it.get("spanloom.decision.name").getStringValue())
        .containsExactly("scope", "style");
    assertThat(decisions)
        .extracting(it -> it.get("spanloom.decision.chosen").getStringValue())
        .containsExactly("in scope", "fact");
    assertThat(decisions)
        .allSatisfy(
            it ->
                assertThat(it.get("spanloom.decision.confidence").getDoubleValue())
                    .isBetween(0.5, 1.0));
  }

  @Test
  void theGuardrailHasItsResult() {
    Span span = trace.only("guardrail citations");

    assertThat(text(span, "openinference.span.kind")).isEqualTo("GUARDRAIL");
    assertThat(integer(span, "app.citations.known")).isEqualTo(1);
    assertThat(integer(span, "app.citations.unknown")).isZero();
    assertThat(attribute(span, "spanloom.guardrail.passed").getBoolValue()).isTrue();
  }

  @Test
  void aQuestionOutOfScopeCostsNoModelCall() {
    assertThat(tree(outOfScope, outOfScope.root(), ""))
        .isEqualTo(
            """
            invoke_workflow answer_question
              embeddings all-MiniLM-L6-v2-q
              hybrid_search
                retrieval spanloom_docs.words
                retrieval spanloom_docs.vectors
              route
            """);
    assertThat(attribute(outOfScope.root(), "app.answer.in_scope").getBoolValue()).isFalse();
    assertThat(decisions(outOfScope.only("route")))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.get("spanloom.decision.chosen").getStringValue())
                  .isEqualTo("out of scope");
              assertThat(it.get("spanloom.decision.confidence").getDoubleValue())
                  .isBetween(0.5, 1.0);
            });
  }

  @Test
  void noContentLeavesTheProcessByDefault() {
    assertThat(receiver.events()).isEmpty();
    assertThat(receiver.everything())
        .doesNotContain(
            "my own price table", "SPANLOOM_PRICES", "You answer questions", "cosine 0");
    assertThat(trace.spans())
        .allSatisfy(
            span ->
                assertThat(attributes(span).keySet())
                    .noneMatch(
                        key ->
                            key.matches(
                                ".*(input\\.value|output\\.value|document\\.content|message\\.content"
                                    + "|embedding\\.text|query.*|metadata)")));
  }

  @Test
  void metricsTellTokensCostAndDurations() {
    assertThat(receiver.metrics())
        .extracting(Metric::getName)
        .contains(
            "gen_ai.client.token.usage",
            "gen_ai.client.operation.duration",
            "gen_ai.workflow.duration",
            "spanloom.cost");
  }

  /** The trace of the question; what was prepared before is another one. */
  private static ReceivedTrace ask(OtlpReceiver receiver, String question) {
    Map<String, String> environment = new HashMap<>(receiver.environment());
    environment.put("RAG_SESSION_ID", "session-7");
    environment.put("RAG_USER_ID", "user-7");
    environment.put("RAG_TENANT", "globex");
    environment.put("RAG_FEATURE", "search_box");
    Run run = Run.of(environment, question);
    assertThat(run.status()).as(run.err()).isZero();
    ReceivedTrace all = ReceivedTrace.of(receiver);
    Span root = all.only("invoke_workflow answer_question");
    return new ReceivedTrace(
        all.spans().stream().filter(it -> it.getTraceId().equals(root.getTraceId())).toList());
  }

  private static String tree(ReceivedTrace trace, Span span, String indent) {
    return indent
        + span.getName()
        + "\n"
        + trace.below(span).stream()
            .map(it -> tree(trace, it, indent + "  "))
            .collect(Collectors.joining());
  }

  private static List<Map<String, AnyValue>> decisions(Span span) {
    return span.getEventsList().stream()
        .filter(it -> it.getName().equals("spanloom.decision"))
        .map(
            it ->
                it.getAttributesList().stream()
                    .collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue)))
        .toList();
  }
}
