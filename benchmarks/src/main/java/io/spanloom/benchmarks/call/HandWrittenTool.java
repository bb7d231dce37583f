package io.spanloom.benchmarks.call;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;

/** The tool as a good engineer traces it by hand, with what the woven one records. */
final class HandWrittenTool {

  private static final AttributeKey<String> FIELD = stringKey("app.search.field");
  private static final AttributeKey<Long> LIMIT = longKey("app.search.limit");
  private static final AttributeKey<String> GENAI_CALL_ID = stringKey("gen_ai.tool.call.id");
  private static final AttributeKey<String> TOOL_ID = stringKey("tool.id");
  private static final AttributeKey<String> TOOL_CALL_ID = stringKey("tool_call.id");
  private static final AttributeKey<String> CORRELATION =
      stringKey("spanloom.tool_call.correlation");
  private static final AttributeKey<Long> LENGTH = longKey("spanloom.output.length");
  private static final AttributeKey<String> ERROR_TYPE = stringKey("error.type");

  private static final Attributes IDENTITY =
      Attributes.builder()
          .put("openinference.span.kind", "TOOL")
          .put("gen_ai.operation.name", "execute_tool")
          .put("gen_ai.tool.name", "search")
          .put("gen_ai.tool.type", "function")
          .put("gen_ai.tool.description", "Searches the library.")
          .put("tool.name", "search")
          .put("tool.description", "Searches the library.")
          .put("tool.json_schema", WovenTool_Tools.SEARCH_SCHEMA)
          .build();

  private final Tracer tracer;

  HandWrittenTool(OpenTelemetry openTelemetry) {
    this.tracer = openTelemetry.getTracer("io.spanloom.benchmarks");
  }

  /** All attributes on the builder: the better form when the trace is sampled. */
  String searchOnBuilder(String callId, String field, int limit) {
    SpanBuilder builder = tracer.spanBuilder("execute_tool search").setAllAttributes(IDENTITY);
    builder.setAttribute(GENAI_CALL_ID, callId);
    builder.setAttribute(TOOL_ID, callId);
    builder.setAttribute(TOOL_CALL_ID, callId);
    builder.setAttribute(CORRELATION, "explicit");
    builder.setAttribute(FIELD, field);
    builder.setAttribute(LIMIT, (long) limit);
    return traced(builder.startSpan(), field);
  }

  /** Attributes on the span, where it records: the better form when the trace is not sampled. */
  String searchOnSpan(String callId, String field, int limit) {
    Span span = tracer.spanBuilder("execute_tool search").startSpan();
    if (span.isRecording()) {
      span.setAllAttributes(IDENTITY);
      span.setAttribute(GENAI_CALL_ID, callId);
      span.setAttribute(TOOL_ID, callId);
      span.setAttribute(TOOL_CALL_ID, callId);
      span.setAttribute(CORRELATION, "explicit");
      span.setAttribute(FIELD, field);
      span.setAttribute(LIMIT, (long) limit);
    }
    return traced(span, field);
  }

  @SuppressWarnings("try") // the scope is there to be closed
  private static String traced(Span span, String field) {
    try (Scope scope = span.makeCurrent()) {
      String result = field;
      if (span.isRecording()) {
        span.setAttribute(LENGTH, (long) result.length());
      }
      return result;
    } catch (RuntimeException failure) {
      span.setAttribute(ERROR_TYPE, failure.getClass().getCanonicalName());
      span.setStatus(StatusCode.ERROR, failure.getMessage());
      span.recordException(failure);
      throw failure;
    } finally {
      span.end();
    }
  }
}
