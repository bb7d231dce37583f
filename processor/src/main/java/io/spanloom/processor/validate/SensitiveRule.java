package io.spanloom.processor.validate;

import io.spanloom.processor.model.Capture;
import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.Target;
import io.spanloom.processor.report.DiagnosticCode;
import io.spanloom.processor.report.Finding;
import java.util.List;

/** What is sensitive is not captured, so asking for both is a contradiction. */
final class SensitiveRule implements Rule {

  @Override
  public List<Finding> check(SpanDefinition span) {
    return span.allCaptures().filter(SensitiveRule::isSensitive).map(this::finding).toList();
  }

  private static boolean isSensitive(Capture capture) {
    return capture.target() instanceof Target.Value value && value.sensitive();
  }

  private Finding finding(Capture capture) {
    String what = capture.path().isEmpty() ? "the value" : "\"" + capture.path() + "\"";
    return new Finding(
        DiagnosticCode.SENSITIVE_CAPTURE,
        capture.pathOrigin(),
        "What is @Sensitive never leaves the process.",
        "@%s asks for %s, which is or holds something @Sensitive."
            .formatted(capture.role().annotation(), what),
        "Remove @%s, or name a path to something else.".formatted(capture.role().annotation()));
  }
}
