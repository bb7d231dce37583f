package io.spanloom.benchmarks.peer;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;

/**
 * The tool for OpenTelemetry's Java agent: its parameters are attributes; what kind of tool it is,
 * what its result is like, and a second key for the call's id cannot be said.
 */
final class WithSpanTool {

  @WithSpan("execute_tool search")
  String search(
      @SpanAttribute("gen_ai.tool.call.id") String callId,
      @SpanAttribute("app.search.field") String field,
      @SpanAttribute("app.search.limit") int limit) {
    return field;
  }

  /** The span of a call. */
  @WithSpan
  Span span() {
    return Span.current();
  }
}
