package io.spanloom.processor.validate;

import io.spanloom.processor.model.Capture;
import io.spanloom.processor.model.ParameterRole;
import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.Target;
import io.spanloom.processor.report.DiagnosticCode;
import io.spanloom.processor.report.Finding;
import java.util.ArrayList;
import java.util.List;

/** A session or user is identified once, by one value that can be written as text. */
final class IdentifierRule implements Rule {

  @Override
  public List<Finding> check(SpanDefinition span) {
    List<Finding> findings = new ArrayList<>();
    for (ParameterRole role : ParameterRole.values()) {
      if (role.isIdentifier()) {
        List<Capture> captures = span.captures(role).toList();
        captures.stream().skip(1).map(IdentifierRule::duplicate).forEach(findings::add);
        captures.stream().filter(IdentifierRule::isNoText).map(this::noText).forEach(findings::add);
      }
    }
    return findings;
  }

  private static boolean isNoText(Capture capture) {
    return capture.role() != ParameterRole.TOOL_CALL_ID
        && capture.target() instanceof Target.Value value
        && value.attribute() == null;
  }

  private static Finding duplicate(Capture capture) {
    return new Finding(
        DiagnosticCode.DUPLICATE_ROLE,
        capture.origin(),
        "A span has at most one value for each identifier.",
        "This is a second @%s.".formatted(capture.role().annotation()),
        "Keep one of them.");
  }

  private Finding noText(Capture capture) {
    return new Finding(
        DiagnosticCode.NOT_AN_IDENTIFIER,
        capture.pathOrigin(),
        "An identifier is a string, a number, an enum or a value type such as UUID.",
        "This is of type %s.".formatted(capture.value().typeText()),
        "Name a path to the identifier, such as \"id\".");
  }
}
