package io.spanloom.processor.validate;

import io.spanloom.annotations.GenAi;
import io.spanloom.annotations.OpenInference;
import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.SpanRole;
import io.spanloom.processor.model.TracedClass;
import io.spanloom.processor.report.DiagnosticCode;
import io.spanloom.processor.report.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Models and traces identify a tool by its name. */
final class DuplicateToolRule {

  private DuplicateToolRule() {}

  static List<Finding> check(TracedClass type) {
    Map<String, SpanDefinition> byName = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (SpanDefinition span : type.spans()) {
      if (span.role() == SpanRole.TOOL && !isDispatcher(span)) {
        SpanDefinition first = byName.putIfAbsent(span.name(), span);
        if (first != null) {
          findings.add(finding(first, span));
        }
      }
    }
    return findings;
  }

  /** Whether the name is the annotation's only for want of a better one at run time. */
  private static boolean isDispatcher(SpanDefinition span) {
    return span.sets(GenAi.TOOL_NAME) || span.sets(OpenInference.TOOL_NAME);
  }

  private static Finding finding(SpanDefinition first, SpanDefinition other) {
    boolean overloaded = first.method().name().equals(other.method().name());
    return new Finding(
        DiagnosticCode.DUPLICATE_TOOL,
        other.annotations().get(0).origin(),
        "The tools of a class differ in their names, by which a model asks for them.",
        overloaded
            ? "Two methods '%s' are the tool \"%s\".".formatted(other.method().name(), other.name())
            : "'%s' and '%s' are both the tool \"%s\"."
                .formatted(first.method().name(), other.method().name(), other.name()),
        "Give one of them a name of its own in the annotation.");
  }
}
