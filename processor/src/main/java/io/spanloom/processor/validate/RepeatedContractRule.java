package io.spanloom.processor.validate;

import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.report.DiagnosticCode;
import io.spanloom.processor.report.Finding;
import java.util.List;

/**
 * What implements two annotated methods would be traced by both; of a method that declares another
 * one anew, that is everything.
 */
final class RepeatedContractRule implements Rule {

  @Override
  public List<Finding> check(SpanDefinition span) {
    if (!span.method().reachesOthers() || span.overridden() == null) {
      return List.of();
    }
    String annotation = span.role().annotation();
    return List.of(
        new Finding(
            DiagnosticCode.REPEATED_CONTRACT,
            span.annotations().get(0).origin(),
            "A method that others implement is annotated once in a hierarchy.",
            "'%s' overrides '%s', which is annotated and traces the same implementations."
                .formatted(span.method().name(), span.overridden()),
            "Remove @%s here or there, or annotate the implementations.".formatted(annotation)));
  }
}
