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
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The tool that answers later, as a good engineer traces it by hand. */
final class HandWrittenFutureTool {

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
          .put("tool.json_schema", WovenFutureTool_Tools.SEARCH_SCHEMA)
          .build();

  private final Tracer tracer;

  HandWrittenFutureTool(OpenTelemetry openTelemetry) {
    this.tracer = openTelemetry.getTracer("io.spanloom.benchmarks");
  }

  /** All attributes on the builder. */
  CompletableFuture<String> searchOnBuilder(String callId, String field, int limit) {
    SpanBuilder builder = tracer.spanBuilder("execute_tool search").setAllAttributes(IDENTITY);
    builder.setAttribute(GENAI_CALL_ID, callId);
    builder.setAttribute(TOOL_ID, callId);
    builder.setAttribute(TOOL_CALL_ID, callId);
    builder.setAttribute(CORRELATION, "explicit");
    builder.setAttribute(FIELD, field);
    builder.setAttribute(LIMIT, (long) limit);
    return traced(builder.startSpan());
  }

  /** Attributes on the span, where it records. */
  CompletableFuture<String> searchOnSpan(String callId, String field, int limit) {
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
    return traced(span);
  }

  @SuppressWarnings({"try", "FutureReturnValueIgnored"}) // the caller has its own future
  private static CompletableFuture<String> traced(Span span) {
    try (Scope scope = span.makeCurrent()) {
      CompletableFuture<String> answer = new CompletableFuture<>();
      answer.whenComplete((result, failure) -> end(span, result, failure));
      return answer;
    } catch (RuntimeException failure) {
      end(span, null, failure);
      throw failure;
    }
  }

  private static void end(Span span, @Nullable String result, @Nullable Throwable failure) {
    if (result != null && span.isRecording()) {
      span.setAttribute(LENGTH, (long) result.length());
    }
    if (failure != null) {
      span.setAttribute(ERROR_TYPE, failure.getClass().getCanonicalName());
      span.setStatus(StatusCode.ERROR, String.valueOf(failure.getMessage()));
      span.recordException(failure);
    }
    span.end();
  }
}
