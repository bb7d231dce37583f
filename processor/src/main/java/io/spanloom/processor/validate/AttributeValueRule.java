package io.spanloom.processor.validate;

import io.spanloom.processor.model.Capture;
import io.spanloom.processor.model.ParameterRole;
import io.spanloom.processor.model.Result;
import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.Target;
import io.spanloom.processor.report.DiagnosticCode;
import io.spanloom.processor.report.Finding;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An attribute has a value, of a type that attributes can have. */
final class AttributeValueRule implements Rule {

  @Override
  public List<Finding> check(SpanDefinition span) {
    return span.captures(ParameterRole.ATTRIBUTE)
        .map(capture -> check(span, capture))
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable Finding check(SpanDefinition span, Capture capture) {
    if (capture.ofResult() && span.result().kind() == Result.Kind.VOID) {
      return new Finding(
          DiagnosticCode.NO_RESULT,
          capture.origin(),
          "@Attribute on a method reads its result.",
          "'%s' returns nothing.".formatted(span.method().name()),
          "Put @Attribute on a parameter, or return the value.");
    }
    if (capture.target() instanceof Target.Value value && value.attribute() == null) {
      return noAttribute(capture, value);
    }
    return null;
  }

  static Finding noAttribute(Capture capture, Target.Value value) {
    return new Finding(
        DiagnosticCode.NOT_AN_ATTRIBUTE,
        capture.pathOrigin(),
        "An attribute is a string, number, boolean, enum or value type such as Instant, or a"
            + " collection or array of those.",
        "This is of type %s.".formatted(value.typeText()),
        "Name a path to such a value.");
  }
}
