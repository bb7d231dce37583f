package io.spanloom.processor.validate;

import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.SpanDefinition.Obstacle;
import io.spanloom.processor.report.DiagnosticCode;
import io.spanloom.processor.report.Finding;
import java.util.List;

/** Only a method with a body can be woven. */
final class WeavableMethodRule implements Rule {

  private static final String RULE = "Only a method with a body can be traced.";

  @Override
  public List<Finding> check(SpanDefinition span) {
    return span.obstacle() == null ? List.of() : List.of(finding(span, span.obstacle()));
  }

  private static Finding finding(SpanDefinition span, Obstacle obstacle) {
    String name = span.method().name();
    return switch (obstacle) {
      case ANNOTATION_MEMBER ->
          finding(
              DiagnosticCode.ABSTRACT_METHOD,
              span,
              "'%s' is a member of an annotation, which no class implements.".formatted(name),
              "Remove @%s.".formatted(span.role().annotation()));
      case NATIVE ->
          finding(
              DiagnosticCode.NATIVE_METHOD,
              span,
              "'%s' is native.".formatted(name),
              "Move @%s to a Java method that calls it.".formatted(span.role().annotation()));
      case SUSPEND -> suspendFunction(span);
    };
  }

  private static Finding suspendFunction(SpanDefinition span) {
    return new Finding(
        DiagnosticCode.SUSPEND_FUNCTION,
        span.annotations().get(0).origin(),
        "A traced method returns when its work is done, or returns what tells that.",
        "'%s' is a suspend function: it returns each time it suspends."
            .formatted(span.method().name()),
        "Move @%s to a function that blocks or returns a CompletableFuture."
            .formatted(span.role().annotation()));
  }

  private static Finding finding(
      DiagnosticCode code, SpanDefinition span, String offender, String fix) {
    return new Finding(code, span.annotations().get(0).origin(), RULE, offender, fix);
  }
}
