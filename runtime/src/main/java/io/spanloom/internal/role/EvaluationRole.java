package io.spanloom.internal.role;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.spanloom.internal.call.Call;
import io.spanloom.internal.call.CallPlan;
import io.spanloom.internal.call.CallRole;
import io.spanloom.internal.call.ContentWriter;
import io.spanloom.internal.call.Inputs;
import io.spanloom.internal.call.Outputs;
import io.spanloom.internal.capture.Captures;
import io.spanloom.internal.convention.SpanProperty;
import io.spanloom.internal.convention.SpanRole;
import org.jspecify.annotations.Nullable;

/** Evaluations: they come to a score, a label, or both. */
final class EvaluationRole extends CallRole {

  EvaluationRole() {
    super(SpanRole.EVALUATION);
  }

  @Override
  public void plan(CallPlan.Builder plan) {
    plan.contentAtStart(Inputs::record)
        .contentAtEnd(Outputs::record)
        .atEnd(EvaluationRole::conclusion);
  }

  private static void conclusion(Call call) {
    Captures captures = call.captures();
    Double score = captures.decimal(SpanProperty.EVALUATION_SCORE);
    String label = captures.text(SpanProperty.EVALUATION_LABEL);
    if (score == null && label == null) {
      score = score(call.result());
      label = label(call.result());
      write(call, SpanProperty.EVALUATION_SCORE, score);
      write(call, SpanProperty.EVALUATION_LABEL, label);
    }
    if (score != null || label != null) {
      Context caller = call.contexts().caller();
      boolean evaluatedKnown = Span.fromContext(caller).getSpanContext().isValid();
      EvaluationResults.emit(
          call.tracing(),
          evaluatedKnown ? caller : caller.with(call.span()),
          call.spec().identity().name(),
          score,
          label,
          captures.text(SpanProperty.EVALUATION_EXPLANATION));
    }
  }

  private static @Nullable Double score(@Nullable Object result) {
    if (result instanceof Boolean passed) {
      return passed ? 1.0 : 0.0;
    }
    return result instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
  }

  private static @Nullable String label(@Nullable Object result) {
    if (result instanceof Boolean passed) {
      return passed ? "pass" : "fail";
    }
    return result instanceof Enum<?> constant ? constant.name() : null;
  }

  private static void write(Call call, SpanProperty fact, @Nullable Object value) {
    if (value != null) {
      ContentWriter.each(call, place -> place.fact(fact, value));
    }
  }
}
