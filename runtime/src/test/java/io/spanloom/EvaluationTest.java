package io.spanloom;

import static io.spanloom.Recorded.attributes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.annotations.Agent;
import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Evaluation;
import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.Guardrail;
import io.spanloom.annotations.OpenInference;
import io.spanloom.annotations.SessionId;
import io.spanloom.content.ContentMode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What guardrails and evaluations came to, on their spans and as events. */
class EvaluationTest {

  enum Level {
    BLOCK,
    PASS
  }

  record Checked(boolean passed, String reason) {}

  record Verdict(int score, Level verdict, String reasoning) {}

  private Recorded recorded = Recorded.withDefaults();
  private SpanContext evaluated = SpanContext.getInvalid();

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void aGuardrailRecordsWhetherItPassed() {
    truth(false);
    level();
    checked();
    assertThatIllegalStateException().isThrownBy(this::blocking);

    assertThat(recorded.tree("spanloom.guardrail.passed", "spanloom.guardrail.outcome"))
        .isEqualTo(
            """
            guardrail truth false
            guardrail level BLOCK
            guardrail checked false
            guardrail blocking ERROR
            """);
    assertThat(recorded.everything()).doesNotContain("SECRET");
  }

  @Test
  void aGuardrailsReasonIsContent() {
    capture(ContentMode.SPAN_ONLY);
    checked();

    assertThat(attributes(recorded.span("guardrail checked")))
        .containsEntry("spanloom.guardrail.reason", "SECRET reason");
  }

  @Test
  void anEvaluationRecordsScoreAndLabel() {
    score();
    level2();
    verdict("v3");
    passed(true);
    optional();
    explicit();

    assertThat(
            recorded.tree(
                GenAi.EVALUATION_NAME,
                GenAi.EVALUATION_SCORE_VALUE,
                GenAi.EVALUATION_SCORE_LABEL,
                OpenInference.LLM_PROMPT_TEMPLATE_VERSION))
        .isEqualTo(
            """
            evaluation score score 0.5
            evaluation level2 level2 BLOCK
            evaluation groundedness groundedness 4.0 PASS v3
            evaluation passed passed 1.0 pass
            evaluation optional optional 4.0 PASS
            evaluation explicit explicit 0.25
            """);
    assertThat(recorded.everything()).doesNotContain("SECRET");
  }

  @Test
  void theEventIsOnTheEvaluatedSpan() {
    capture(ContentMode.EVENT_ONLY);
    answer("s-1");

    SpanData agent = recorded.span("invoke_agent answer");
    LogRecordData event =
        recorded.events().stream()
            .filter(each -> "gen_ai.evaluation.result".equals(RecordedEvent.name(each)))
            .findFirst()
            .orElseThrow();
    assertThat(event.getSpanContext().getSpanId()).isEqualTo(agent.getSpanId());
    assertThat(RecordedEvent.attributes(event))
        .containsOnly(
            entry(GenAi.EVALUATION_NAME, "groundedness"),
            entry(GenAi.EVALUATION_SCORE_VALUE, 4.0),
            entry(GenAi.EVALUATION_SCORE_LABEL, "PASS"),
            entry(GenAi.EVALUATION_EXPLANATION, "SECRET reasoning"));
    assertThat(attributes(recorded.span("evaluation groundedness")).toString())
        .doesNotContain("SECRET");
  }

  @Test
  void theEventHasNoExplanationWhereContentIsNotRecorded() {
    for (ContentMode mode : new ContentMode[] {ContentMode.NO_CONTENT, ContentMode.SPAN_ONLY}) {
      capture(mode);
      answer("s-1");

      assertThat(recorded.events()).hasSize(1);
      assertThat(recorded.events().get(0).getAttributes().toString())
          .contains("gen_ai.evaluation.score.value=4.0")
          .doesNotContain("SECRET");
    }
  }

  @Test
  void aLaterScoreIsASpanBelowWhatItIsAbout() {
    answer("s-1");
    Evaluations.record(
        evaluated,
        "helpfulness",
        0.25,
        "poor, says jane@example.com",
        "SECRET explanation",
        Attributes.builder().put(OpenInference.LLM_PROMPT_TEMPLATE_VERSION, "v7").build());

    assertThat(recorded.tree())
        .isEqualTo(
            """
            invoke_agent answer
              evaluation groundedness
              evaluation helpfulness
            """);
    SpanData span = recorded.span("evaluation helpfulness");
    assertThat(span.getLinks()).extracting(LinkData::getSpanContext).containsExactly(evaluated);
    assertThat(span.getTraceId()).isEqualTo(evaluated.getTraceId());
    Map<String, Object> attributes = attributes(span);
    assertThat(attributes)
        .containsOnly(
            entry("openinference.span.kind", "EVALUATOR"),
            entry("gen_ai.evaluation.name", "helpfulness"),
            entry("gen_ai.evaluation.score.value", 0.25),
            entry("gen_ai.evaluation.score.label", "poor, says [EMAIL]"),
            entry("evaluations.0.evaluation.name", "helpfulness"),
            entry("evaluations.0.evaluation.score", 0.25),
            entry("evaluations.0.evaluation.label", "poor, says [EMAIL]"),
            entry("llm.prompt_template.version", "v7"));
    LogRecordData event = recorded.events().get(1);
    assertThat(RecordedEvent.name(event)).isEqualTo("gen_ai.evaluation.result");
    assertThat(event.getSpanContext().getSpanId()).isEqualTo(evaluated.getSpanId());
    assertThat(event.getAttributes().toString()).doesNotContain("SECRET");
  }

  @Test
  void aLaterExplanationIsContent() {
    capture(ContentMode.SPAN_AND_EVENT);
    answer("s-1");
    Evaluations.record(evaluated, "helpfulness", null, "pass", "SECRET explanation");

    assertThat(attributes(recorded.span("evaluation helpfulness")))
        .containsEntry("gen_ai.evaluation.explanation", "SECRET explanation")
        .doesNotContainKey("gen_ai.evaluation.score.value");
    assertThat(recorded.events().get(recorded.events().size() - 1).getAttributes().toString())
        .contains("gen_ai.evaluation.explanation=\"SECRET explanation\"");
  }

  @Test
  void whatHasNoTraceIsNotScored() {
    Evaluations.record(SpanContext.getInvalid(), "helpfulness", 1.0, null, null);

    assertThat(recorded.spans()).isEmpty();
    assertThat(recorded.events()).isEmpty();
  }

  @Agent
  void answer(@SessionId String session) {
    evaluated = Spans.current().spanContext();
    verdict("v1");
  }

  @Guardrail
  boolean truth(boolean passed) {
    return passed;
  }

  @Guardrail
  Level level() {
    return Level.BLOCK;
  }

  @Guardrail
  Checked checked() {
    return new Checked(false, "SECRET reason");
  }

  @Guardrail
  void blocking() {
    throw new IllegalStateException("blocked");
  }

  @Evaluation
  double score() {
    return 0.5;
  }

  @Evaluation
  Level level2() {
    return Level.BLOCK;
  }

  @Evaluation("groundedness")
  Verdict verdict(
      @Attribute(key = OpenInference.LLM_PROMPT_TEMPLATE_VERSION) String promptVersion) {
    return new Verdict(4, Level.PASS, "SECRET reasoning");
  }

  @Evaluation
  boolean passed(boolean passed) {
    return passed;
  }

  @Evaluation
  Optional<Verdict> optional() {
    return Optional.of(new Verdict(4, Level.PASS, "SECRET reasoning"));
  }

  record Odd(double points, double score) {}

  @Evaluation
  @Attribute(key = GenAi.EVALUATION_SCORE_VALUE, path = "points")
  Odd explicit() {
    return new Odd(0.25, 99);
  }

  private void capture(ContentMode mode) {
    recorded.close();
    recorded = Recorded.with(SpanloomOptions.builder().content(mode).build());
  }
}
