package io.spanloom.processor.validate;

import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.SpanDefinition.SpanMark;
import io.spanloom.processor.report.DiagnosticCode;
import io.spanloom.processor.report.Finding;
import java.util.List;

/** A method opens one span. */
final class SpanAnnotationRule implements Rule {

  @Override
  public List<Finding> check(SpanDefinition span) {
    SpanMark first = span.annotations().get(0);
    return span.annotations().stream().skip(1).map(mark -> finding(span, first, mark)).toList();
  }

  private static Finding finding(SpanDefinition span, SpanMark first, SpanMark other) {
    return new Finding(
        DiagnosticCode.MULTIPLE_SPAN_ANNOTATIONS,
        other.origin(),
        "A method opens one span.",
        "'%s' carries both @%s and @%s."
            .formatted(span.method().name(), first.role().annotation(), other.role().annotation()),
        "Keep one of them, or move the inner work to a method of its own.");
  }
}
