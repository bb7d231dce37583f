package io.spanloom;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.spanloom.internal.role.EvaluationResults;
import org.jspecify.annotations.Nullable;

/**
 * Writes scores back to the traces they are about, whenever they become known: from a judge that
 * runs later, from a person's feedback.
 *
 * <p>Each becomes an {@code EVALUATOR} span below the evaluated span, in its trace and linked to
 * it, and the event {@code gen_ai.evaluation.result} of the OpenTelemetry GenAI conventions
 * (1.41.1). A judge that is a method of the program's own is better annotated with {@link
 * io.spanloom.annotations.Evaluation @Evaluation}.
 */
public final class Evaluations {

  private Evaluations() {}

  /**
   * Records an evaluation; nothing happens while tracing is off or if the context is invalid, and
   * nothing is ever thrown.
   *
   * @param evaluated the span that is judged, such as {@link SpanHandle#spanContext}
   * @param name what is judged, low in cardinality: {@code groundedness}
   * @param score how well, on the judge's scale, or {@code null}
   * @param label the same in a word, such as {@code pass}, or {@code null}
   * @param explanation why; content
   */
  public static void record(
      SpanContext evaluated,
      String name,
      @Nullable Double score,
      @Nullable String label,
      @Nullable String explanation) {
    record(evaluated, name, score, label, explanation, Attributes.empty());
  }

  /**
   * As the other one, with attributes on the span, such as {@link
   * io.spanloom.annotations.OpenInference#LLM_PROMPT_TEMPLATE_VERSION the version of the judge's
   * prompt}.
   */
  public static void record(
      SpanContext evaluated,
      String name,
      @Nullable Double score,
      @Nullable String label,
      @Nullable String explanation,
      Attributes more) {
    EvaluationResults.record(evaluated, name, score, label, explanation, more);
  }
}
