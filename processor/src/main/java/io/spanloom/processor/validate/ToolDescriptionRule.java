package io.spanloom.processor.validate;

import io.spanloom.processor.model.Option;
import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.SpanRole;
import io.spanloom.processor.report.DiagnosticCode;
import io.spanloom.processor.report.Finding;
import java.util.List;

/** A tool says what it does: to the model that chooses it, and to who reads the trace. */
final class ToolDescriptionRule implements Rule {

  @Override
  public List<Finding> check(SpanDefinition span) {
    boolean described =
        span.role() != SpanRole.TOOL
            || !span.option(Option.DESCRIPTION).isEmpty()
            || span.javadocSummary() != null;
    if (described) {
      return List.of();
    }
    return List.of(
        new Finding(
            DiagnosticCode.TOOL_WITHOUT_DESCRIPTION,
            span.annotations().get(0).origin(),
            "A tool says what it does.",
            "'%s' has neither a description nor Javadoc.".formatted(span.method().name()),
            "Write a sentence of Javadoc, or set description."));
  }
}
