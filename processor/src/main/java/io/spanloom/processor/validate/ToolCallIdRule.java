package io.spanloom.processor.validate;

import io.spanloom.processor.model.AttributeType;
import io.spanloom.processor.model.AttributeValue;
import io.spanloom.processor.model.Capture;
import io.spanloom.processor.model.ParameterRole;
import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.SpanRole;
import io.spanloom.processor.model.Target;
import io.spanloom.processor.report.DiagnosticCode;
import io.spanloom.processor.report.Finding;
import java.util.ArrayList;
import java.util.List;

/** A tool-call id is the provider's own string, and belongs to a tool. */
final class ToolCallIdRule implements Rule {

  private static final AttributeValue STRING =
      AttributeValue.scalar(AttributeType.STRING, AttributeValue.Conversion.NONE);

  @Override
  public List<Finding> check(SpanDefinition span) {
    List<Finding> findings = new ArrayList<>();
    for (Capture capture : span.captures(ParameterRole.TOOL_CALL_ID).toList()) {
      if (span.role() != SpanRole.TOOL) {
        findings.add(outsideTool(span, capture));
      }
      if (capture.target() instanceof Target.Value value && !STRING.equals(value.attribute())) {
        findings.add(notString(capture, value));
      }
    }
    return findings;
  }

  private static Finding outsideTool(SpanDefinition span, Capture capture) {
    return new Finding(
        DiagnosticCode.TOOL_CALL_ID_OUTSIDE_TOOL,
        capture.origin(),
        "Only a @Tool runs a call that a model asked for.",
        "'%s' is a @%s.".formatted(span.method().name(), span.role().annotation()),
        "Remove @ToolCallId, or make the method a @Tool.");
  }

  private static Finding notString(Capture capture, Target.Value value) {
    return new Finding(
        DiagnosticCode.TOOL_CALL_ID_NOT_STRING,
        capture.pathOrigin(),
        "A tool-call id is the String the provider issued.",
        "This is of type %s.".formatted(value.typeText()),
        "Pass the id as it was received, or name the path to it.");
  }
}
