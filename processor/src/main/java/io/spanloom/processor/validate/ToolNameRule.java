package io.spanloom.processor.validate;

import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.SpanRole;
import io.spanloom.processor.report.DiagnosticCode;
import io.spanloom.processor.report.Finding;
import java.util.List;
import java.util.regex.Pattern;

/** A tool has a name that a model can ask for it by. */
final class ToolNameRule implements Rule {

  /** What OpenAI's API accepts; others accept all of it, and more. */
  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  @Override
  public List<Finding> check(SpanDefinition span) {
    if (span.role() != SpanRole.TOOL || ACCEPTED.matcher(span.name()).matches()) {
      return List.of();
    }
    return List.of(
        new Finding(
            DiagnosticCode.TOOL_NAME_REFUSED,
            span.annotations().get(0).origin(),
            "Providers refuse a tool whose name is not 1 to 64 letters of ASCII, digits, '_' and"
                + " '-'.",
            "\"%s\" is none of these names.".formatted(span.name()),
            "Name the tool in the annotation, as the model is told its name."));
  }
}
