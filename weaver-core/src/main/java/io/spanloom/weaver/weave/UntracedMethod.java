package io.spanloom.weaver.weave;

import io.spanloom.weaver.model.SpanDefinition;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A method of the model that has no advice, or cannot get any.
 *
 * @param span the method
 * @param cause the reason, if it is known
 * @param nextStep what to do about it
 */
record UntracedMethod(SpanDefinition span, String cause, String nextStep) {

  static WeaveException failure(List<UntracedMethod> untraced, int methods) {
    return new WeaveException(
        untraced.stream()
            .map(UntracedMethod::describe)
            .collect(
                Collectors.joining(
                    "\n  ",
                    "Cannot weave: %d of %d annotated methods would not be traced.\n  "
                        .formatted(untraced.size(), methods),
                    "")));
  }

  private String describe() {
    return "%s.%s (%s): %s. %s."
        .formatted(span.className(), span.signature(), span.source(), cause, nextStep);
  }
}
