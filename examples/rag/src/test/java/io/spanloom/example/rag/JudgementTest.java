package io.spanloom.example.rag;

import static io.spanloom.example.otlp.ReceivedTrace.decimal;
import static io.spanloom.example.otlp.ReceivedTrace.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.trace.v1.Span;
import io.spanloom.example.endpoint.ChatPolicy;
import io.spanloom.example.endpoint.ChatReply;
import io.spanloom.example.endpoint.ModelServer;
import io.spanloom.example.otlp.OtlpReceiver;
import io.spanloom.example.otlp.ReceivedTrace;
import io.spanloom.example.rag.script.ScriptedModel;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Judges work after the answer, and what they find is on the answer's trace. */
class JudgementTest {

  private static final String EVENT = "gen_ai.evaluation.result";

  @Test
  void eachScoreIsOnTheTraceOfItsAnswer() throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Run run = run(receiver, Map.of("RAG_JUDGE_RATIO", "1"));

      ReceivedTrace all = ReceivedTrace.of(receiver);
      List<Span> judgements = all.named("evaluation groundedness");
      assertThat(judgements).hasSize(3);
      for (Span judgement : judgements) {
        Span answer = all.parentOf(judgement);
        assertThat(answer.getName()).isEqualTo("invoke_workflow answer_question");
        assertThat(judgement.getTraceId()).isEqualTo(answer.getTraceId());
        assertThat(text(judgement, "openinference.span.kind")).isEqualTo("EVALUATOR");
        assertThat(text(judgement, "gen_ai.evaluation.name")).isEqualTo("groundedness");
        assertThat(decimal(judgement, "gen_ai.evaluation.score.value")).isBetween(0.8, 1.0);
        assertThat(text(judgement, "gen_ai.evaluation.score.label")).isEqualTo("grounded");
        assertThat(text(judgement, "llm.prompt_template.version")).isEqualTo("groundedness/1");
        assertThat(text(judgement, "app.tenant_id")).isEqualTo(text(answer, "app.tenant_id"));
        assertThat(text(judgement, "app.feature")).isEqualTo("evaluation");
        assertThat(all.below(judgement))
            .extracting(Span::getName)
            .containsExactly("chat gpt-4.1-mini");
      }
      assertThat(judgements).extracting(Span::getTraceId).doesNotHaveDuplicates();
      assertThat(eventsOf(receiver))
          .extracting(LogRecord::getTraceId)
          .containsExactlyInAnyOrderElementsOf(traceIds(judgements));
      assertThat(run.out())
          .contains("groundedness   1.00 grounded", "evaluation     acme           2");
    }
  }

  @Test
  void whoIsNotDrawnIsNotJudged() throws IOException {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      Run run = run(receiver, Map.of("RAG_JUDGE_RATIO", "0"));

      assertThat(ReceivedTrace.of(receiver).named("evaluation")).isEmpty();
      assertThat(eventsOf(receiver)).isEmpty();
      assertThat(run.out()).contains("No answer was judged: see RAG_JUDGE_RATIO.");
    }
  }

  @Test
  void anInventionLowersTheScore() throws IOException {
    ScriptedModel honest = new ScriptedModel();
    ChatPolicy inventive =
        request -> {
          ChatReply reply = honest.reply(request);
          return request.lastUserText().contains("<answer>")
              ? reply
              : ChatReply.say("Invent.", reply.text() + " Elephants maintain the exporter [1].");
        };
    try (OtlpReceiver receiver = OtlpReceiver.start();
        ModelServer model = ModelServer.start(inventive, "none")) {
      run(
          receiver,
          Map.of("RAG_JUDGE_RATIO", "1", "OPENAI_BASE_URL", model.baseUrl()),
          "Which environment variable names my own price table?");

      Span judgement = ReceivedTrace.of(receiver).only("evaluation groundedness");
      assertThat(decimal(judgement, "gen_ai.evaluation.score.value")).isEqualTo(0.5);
      assertThat(text(judgement, "gen_ai.evaluation.score.label")).isEqualTo("not grounded");
      assertThat(receiver.everything()).doesNotContain("Elephants");
    }
  }

  @Test
  void aJudgeThatMakesNoSenseCostsNobodyTheAnswer() throws IOException {
    ScriptedModel honest = new ScriptedModel();
    ChatPolicy confused =
        request ->
            request.lastUserText().contains("<answer>")
                ? ChatReply.say(
                    "Refuse.", JsonNodeFactory.instance.objectNode().put("score", "ok").toString())
                : honest.reply(request);
    try (OtlpReceiver receiver = OtlpReceiver.start();
        ModelServer model = ModelServer.start(confused, "none")) {
      Run run =
          run(
              receiver,
              Map.of("RAG_JUDGE_RATIO", "1", "OPENAI_BASE_URL", model.baseUrl()),
              "Which environment variable names my own price table?");

      assertThat(run.out()).contains("`SPANLOOM_PRICES`", "No answer was judged");
      Span judgement = ReceivedTrace.of(receiver).only("evaluation groundedness");
      assertThat(text(judgement, "error.type")).contains("IllegalStateException");
      assertThat(ReceivedTrace.attributes(judgement))
          .doesNotContainKey("gen_ai.evaluation.score.value");
      assertThat(eventsOf(receiver)).isEmpty();
    }
  }

  private static Run run(OtlpReceiver receiver, Map<String, String> more, String... question) {
    Map<String, String> environment = new HashMap<>(receiver.environment());
    environment.putAll(more);
    Run run = Run.of(environment, question);
    assertThat(run.status()).as(run.err()).isZero();
    return run;
  }

  private static List<LogRecord> eventsOf(OtlpReceiver receiver) {
    return receiver.events().stream().filter(it -> it.getEventName().equals(EVENT)).toList();
  }

  private static List<ByteString> traceIds(List<Span> spans) {
    return spans.stream().map(Span::getTraceId).toList();
  }
}
