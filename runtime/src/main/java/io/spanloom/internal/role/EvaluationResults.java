package io.spanloom.internal.role;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.spanloom.annotations.GenAi;
import io.spanloom.internal.call.RunningContext;
import io.spanloom.internal.call.SpanFacts;
import io.spanloom.internal.call.SpanTemplate;
import io.spanloom.internal.call.Tracing;
import io.spanloom.internal.content.ContentPart;
import io.spanloom.internal.content.ContentPolicy;
import io.spanloom.internal.convention.AttributeSink;
import io.spanloom.internal.convention.Identity;
import io.spanloom.internal.convention.SpanProperty;
import io.spanloom.internal.convention.SpanRole;
import io.spanloom.internal.metric.Failures;
import io.spanloom.internal.session.EnclosingSpans;
import org.jspecify.annotations.Nullable;

/** What evaluations came to: on their spans, and as the conventions' event. */
public final class EvaluationResults {

  private static final String EVENT = "gen_ai.evaluation.result";
  private static final AttributeKey<String> NAME = stringKey(GenAi.EVALUATION_NAME);
  private static final AttributeKey<Double> SCORE = doubleKey(GenAi.EVALUATION_SCORE_VALUE);
  private static final AttributeKey<String> LABEL = stringKey(GenAi.EVALUATION_SCORE_LABEL);
  private static final AttributeKey<String> EXPLANATION = stringKey(GenAi.EVALUATION_EXPLANATION);

  private EvaluationResults() {}

  /**
   * Records an evaluation of a span that may have ended long ago: a span of its own below it, with
   * a link to it, and an event; never throws.
   */
  public static void record(
      SpanContext evaluated,
      String name,
      @Nullable Double score,
      @Nullable String label,
      @Nullable String explanation,
      Attributes more) {
    try {
      Tracing tracing = Tracing.currentOrNull();
      if (tracing == null || !evaluated.isValid()) {
        return;
      }
      Context below = RunningContext.current().with(Span.wrap(evaluated));
      Span span = start(tracing, below, evaluated, name);
      if (span.isRecording()) {
        more.forEach((key, value) -> SpanFacts.put(span, key, value));
        write(tracing, span, score, label, explanation);
      }
      span.end();
      emit(tracing, below, name, score, label, explanation);
    } catch (Throwable failure) {
      Failures.outsideCalls("evaluations", failure);
    }
  }

  private static Span start(Tracing tracing, Context below, SpanContext evaluated, String name) {
    SpanTemplate template =
        SpanTemplate.of(tracing.conventions(), Identity.named(SpanRole.EVALUATION, name));
    SpanBuilder builder =
        tracing
            .tracer()
            .spanBuilder(template.spanName())
            .setParent(below)
            .setSpanKind(SpanRole.EVALUATION.otelKind())
            .setAllAttributes(template.attributes())
            .addLink(evaluated);
    EnclosingSpans enclosingSpans = tracing.sessions().enclosing(below);
    if (enclosingSpans != null) {
      builder.setAllAttributes(enclosingSpans.sessionAttributes());
    }
    return builder.startSpan();
  }

  private static void write(
      Tracing tracing,
      Span span,
      @Nullable Double score,
      @Nullable String label,
      @Nullable String explanation) {
    ContentPolicy content = tracing.content();
    put(tracing, span, SpanProperty.EVALUATION_SCORE, score);
    put(tracing, span, SpanProperty.EVALUATION_LABEL, content.text(label));
    if (content.allowed()) {
      String shown = content.text(ContentPart.OUTPUT, explanation);
      put(tracing, span, SpanProperty.EVALUATION_EXPLANATION, shown);
    }
  }

  private static void put(Tracing tracing, Span span, SpanProperty fact, @Nullable Object value) {
    if (value != null) {
      tracing.conventions().fact(SpanRole.EVALUATION, fact, value, AttributeSink.onto(span));
    }
  }

  /** Emits the conventions' event of an evaluation. */
  public static void emit(
      Tracing tracing,
      Context context,
      String name,
      @Nullable Double score,
      @Nullable String label,
      @Nullable String explanation) {
    if (!tracing.events().isEnabled(context)) {
      return;
    }
    ContentPolicy content = tracing.eventContent();
    LogRecordBuilder event = tracing.events().event(EVENT, context).setAttribute(NAME, name);
    if (score != null) {
      event.setAttribute(SCORE, score);
    }
    if (label != null) {
      event.setAttribute(LABEL, content.text(label));
    }
    if (explanation != null && content.allowed()) {
      event.setAttribute(EXPLANATION, content.text(ContentPart.OUTPUT, explanation));
    }
    event.emit();
  }
}
