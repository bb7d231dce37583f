package io.spanloom.processor.validate;

import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.ToolSchema;
import io.spanloom.processor.model.ToolSchema.LeftOut;
import io.spanloom.processor.report.DiagnosticCode;
import io.spanloom.processor.report.Finding;
import java.util.List;

/** A tool's arguments come from a model, as JSON. */
final class JsonFormRule implements Rule {

  @Override
  public List<Finding> check(SpanDefinition span) {
    ToolSchema schema = span.toolSchema();
    return schema == null
        ? List.of()
        : schema.leftOut().stream().map(JsonFormRule::finding).toList();
  }

  private static Finding finding(LeftOut value) {
    return new Finding(
        DiagnosticCode.NO_JSON_FORM,
        value.origin(),
        "A tool's arguments come from a model, as JSON.",
        "'%s' is of type %s, which has no form in JSON; the tool's schema lacks it."
            .formatted(value.path(), value.type()),
        "Use a record or another value, or say @SuppressWarnings(\"NoJsonForm\") if the program"
            + " supplies it.");
  }
}
