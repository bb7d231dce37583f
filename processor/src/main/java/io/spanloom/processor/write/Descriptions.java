package io.spanloom.processor.write;

import io.spanloom.processor.model.Option;
import io.spanloom.processor.model.SpanDefinition;
import io.spanloom.processor.model.SpanRole;
import java.util.Map;
import java.util.TreeMap;

/** Completes what a span annotation leaves open. */
final class Descriptions {

  private Descriptions() {}

  /** The options of a span, with a tool's Javadoc where it has no description. */
  static Map<Option, String> options(SpanDefinition span) {
    Map<Option, String> options = new TreeMap<>(span.options());
    if (span.role() == SpanRole.TOOL && span.javadocSummary() != null) {
      options.putIfAbsent(Option.DESCRIPTION, span.javadocSummary());
    }
    return options;
  }
}
