package io.spanloom.benchmarks.content;

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
import java.util.Map;

/** The tool traced by hand, its content recorded as it is: Jackson's text, nothing redacted. */
final class HandWrittenFiling {

  private static final AttributeKey<String> GENAI_CALL_ID = stringKey("gen_ai.tool.call.id");
  private static final AttributeKey<String> TOOL_ID = stringKey("tool.id");
  private static final AttributeKey<String> TOOL_CALL_ID = stringKey("tool_call.id");
  private static final AttributeKey<String> INPUT = stringKey("input.value");
  private static final AttributeKey<String> PARAMETERS = stringKey("tool.parameters");
  private static final AttributeKey<String> ARGUMENTS = stringKey("gen_ai.tool.call.arguments");
  private static final AttributeKey<String> OUTPUT = stringKey("output.value");
  private static final AttributeKey<String> OUTPUT_TYPE = stringKey("output.mime_type");
  private static final AttributeKey<String> RESULT = stringKey("gen_ai.tool.call.result");
  private static final AttributeKey<Long> LENGTH = longKey("spanloom.output.length");
  private static final AttributeKey<String> ERROR_TYPE = stringKey("error.type");

  private static final Attributes IDENTITY =
      Attributes.builder()
          .put("openinference.span.kind", "TOOL")
          .put("gen_ai.operation.name", "execute_tool")
          .put("gen_ai.tool.name", "file")
          .put("gen_ai.tool.type", "function")
          .put("gen_ai.tool.description", "Files documents.")
          .put("tool.name", "file")
          .put("tool.description", "Files documents.")
          .put("tool.json_schema", WovenFiling_Tools.FILE_SCHEMA)
          .put("spanloom.tool_call.correlation", "explicit")
          .put("input.mime_type", "application/json")
          .build();

  private final Tracer tracer;

  HandWrittenFiling(OpenTelemetry openTelemetry) {
    this.tracer = openTelemetry.getTracer("io.spanloom.benchmarks");
  }

  /** All attributes on the builder. */
  String fileOnBuilder(String callId, Map<String, Object> documents) {
    String json = Json.write(Map.of("documents", documents));
    SpanBuilder builder = tracer.spanBuilder("execute_tool file").setAllAttributes(IDENTITY);
    builder.setAttribute(GENAI_CALL_ID, callId);
    builder.setAttribute(TOOL_ID, callId);
    builder.setAttribute(TOOL_CALL_ID, callId);
    builder.setAttribute(INPUT, json);
    builder.setAttribute(PARAMETERS, json);
    builder.setAttribute(ARGUMENTS, json);
    return traced(builder.startSpan());
  }

  /** Attributes on the span, where it records. */
  String fileOnSpan(String callId, Map<String, Object> documents) {
    Span span = tracer.spanBuilder("execute_tool file").startSpan();
    if (span.isRecording()) {
      String json = Json.write(Map.of("documents", documents));
      span.setAllAttributes(IDENTITY);
      span.setAttribute(GENAI_CALL_ID, callId);
      span.setAttribute(TOOL_ID, callId);
      span.setAttribute(TOOL_CALL_ID, callId);
      span.setAttribute(INPUT, json);
      span.setAttribute(PARAMETERS, json);
      span.setAttribute(ARGUMENTS, json);
    }
    return traced(span);
  }

  @SuppressWarnings("try") // the scope is there to be closed
  private static String traced(Span span) {
    try (Scope scope = span.makeCurrent()) {
      String result = "filed";
      if (span.isRecording()) {
        span.setAttribute(LENGTH, (long) result.length());
        span.setAttribute(OUTPUT, result);
        span.setAttribute(OUTPUT_TYPE, "text/plain");
        span.setAttribute(RESULT, result);
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
