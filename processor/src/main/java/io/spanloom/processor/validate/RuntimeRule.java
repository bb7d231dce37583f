package io.spanloom.processor.validate;

import io.spanloom.processor.model.TracedClass;
import io.spanloom.processor.report.DiagnosticCode;
import io.spanloom.processor.report.Finding;
import java.util.List;

/** Without what it calls, the generated advice would be a page of javac's errors. */
final class RuntimeRule {

  private RuntimeRule() {}

  static List<Finding> check(TracedClass type) {
    if (type.spans().isEmpty() || type.missing().isEmpty()) {
      return List.of();
    }
    return List.of(
        new Finding(
            DiagnosticCode.MISSING_RUNTIME,
            type.origin(),
            "A traced class calls spanloom-runtime, which brings aspectjrt.",
            "'%s' cannot see %s."
                .formatted(type.name().simpleName(), String.join(" and ", type.missing())),
            "Add the dependency io.spanloom:spanloom-runtime; a named module also requires io.spanloom and org.aspectj.runtime."));
  }
}
