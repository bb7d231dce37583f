package io.spanloom.processor.validate;

import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.UnobservedResult;
import io.spanloom.processor.model.UnreadResult;
import io.spanloom.processor.report.DiagnosticCode;
import io.spanloom.processor.report.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A span lasts as long as its method's work only where the result can be observed. */
final class ObservedResultRule implements Rule {

  @Override
  public List<Finding> check(SpanDefinition span) {
    UnobservedResult result = span.unobservedResult();
    if (result == null || isReported(span.unreadResult(), result)) {
      return List.of();
    }
    boolean missing = result.integration() != null;
    return List.of(
        new Finding(
            missing ? DiagnosticCode.MISSING_INTEGRATION : DiagnosticCode.UNOBSERVED_RESULT,
            span.annotations().get(0).origin(),
            "The span of '%s' ends when the method returns.".formatted(span.method().name()),
            missing ? missing(result) : unobserved(result),
            missing ? add(result) : fix(result)));
  }

  /** What is to be done about a model's response is the same. */
  private static boolean isReported(@Nullable UnreadResult unread, UnobservedResult result) {
    if (unread == null) {
      return false;
    }
    return unread.instead() != null
        || (unread.integration() != null && unread.integration().equals(result.integration()));
  }

  private static String missing(UnobservedResult result) {
    return "Its result '%s' completes later, and only %s observes it."
        .formatted(result.type(), result.integration());
  }

  private static String add(UnobservedResult result) {
    return "Add %s to the dependencies.".formatted(result.integration());
  }

  private static String unobserved(UnobservedResult result) {
    return "Its result '%s' completes later, and Spanloom cannot observe it."
        .formatted(result.type());
  }

  private static String fix(UnobservedResult result) {
    String fix = "Return a CompletableFuture";
    if (result.instead() != null) {
      fix = "Declare the result '%s'".formatted(result.instead());
    } else if (result.conversion() != null) {
      fix = "Return what its %s() gives".formatted(result.conversion());
    }
    return fix
        + "; if the work is done when the method returns, write"
        + " @SuppressWarnings(\"UnobservedResult\").";
  }
}
