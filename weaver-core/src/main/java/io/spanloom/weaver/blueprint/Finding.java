package io.spanloom.weaver.blueprint;

import static java.util.Objects.requireNonNull;

import io.spanloom.weaver.model.SourceLocation;

/**
 * Something doubtful about a span of the module.
 *
 * @param lint which rule it breaks
 * @param node id of the span
 * @param offender what breaks the rule, as a clause
 * @param source where the span's method is written
 */
public record Finding(Lint lint, String node, String offender, SourceLocation source) {

  public Finding {
    requireNonNull(lint, "a finding lacks \"lint\"");
    requireNonNull(node, "a finding lacks \"node\"");
    requireNonNull(offender, "a finding lacks \"offender\"");
    requireNonNull(source, "a finding lacks \"source\"");
  }

  /** Place, code, rule, offender and fix, for the person who builds. */
  public String message() {
    return "%s: [%s] %s, but %s. %s."
        .formatted(source, lint.code(), lint.rule(), offender, lint.fix());
  }
}
