package io.spanloom.benchmarks.peer;

import io.micrometer.observation.annotation.ObservationKeyValue;
import io.micrometer.observation.annotation.Observed;
import io.micrometer.observation.aop.Cardinality;
import io.opentelemetry.api.trace.Span;

/** The tool for Micrometer: all but what the result is like can be said. */
final class ObservedTool {

  @Observed(
      name = "tool.call",
      contextualName = "execute_tool search",
      lowCardinalityKeyValues = {
        "openinference.span.kind", "TOOL",
        "gen_ai.operation.name", "execute_tool",
        "gen_ai.tool.name", "search",
        "gen_ai.tool.type", "function",
        "gen_ai.tool.description", "Searches the library.",
        "tool.name", "search",
        "tool.description", "Searches the library."
      })
  String search(
      @ObservationKeyValue(key = "gen_ai.tool.call.id", cardinality = Cardinality.HIGH)
          String callId,
      @ObservationKeyValue(key = "app.search.field", cardinality = Cardinality.HIGH) String field,
      @ObservationKeyValue(key = "app.search.limit", cardinality = Cardinality.HIGH) int limit) {
    return field;
  }

  @Observed(name = "tool.call", contextualName = "execute_tool search")
  String searchByNameOnly(String callId, String field, int limit) {
    return field;
  }

  /** The span of a call. */
  @Observed(name = "span")
  Span span() {
    return Span.current();
  }
}
