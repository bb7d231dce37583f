package io.spanloom.benchmarks.call;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;

/** The workflow as a good engineer traces it by hand, with what the woven one records. */
final class HandWrittenWorkflow {

  private static final AttributeKey<Long> MODEL_CALLS = longKey("spanloom.total.inference_calls");
  private static final AttributeKey<Long> TOOL_CALLS = longKey("spanloom.total.tool_calls");
  private static final AttributeKey<String> KIND = stringKey("openinference.span.kind");
  private static final Attributes TASK = Attributes.of(KIND, "CHAIN");
  private static final Attributes WORKFLOW =
      Attributes.builder()
          .put("openinference.span.kind", "CHAIN")
          .put("gen_ai.operation.name", "invoke_workflow")
          .put("gen_ai.workflow.name", "research")
          .build();

  private final Tracer tracer;
  private final HandWrittenTool tool;
  private final boolean onBuilder;

  HandWrittenWorkflow(OpenTelemetry openTelemetry, boolean onBuilder) {
    this.tracer = openTelemetry.getTracer("io.spanloom.benchmarks");
    this.tool = new HandWrittenTool(openTelemetry);
    this.onBuilder = onBuilder;
  }

  @SuppressWarnings("try") // the scope is there to be closed
  int run(String callId, String field) {
    Span span = start("invoke_workflow research", WORKFLOW);
    try (Scope scope = span.makeCurrent()) {
      int length = 0;
      for (int i = 0; i < WovenWorkflow.TASKS; i++) {
        length += reason(callId, field);
      }
      if (span.isRecording()) {
        span.setAttribute(MODEL_CALLS, 0L);
        span.setAttribute(TOOL_CALLS, (long) WovenWorkflow.TASKS * WovenWorkflow.TOOLS);
      }
      return length;
    } finally {
      span.end();
    }
  }

  @SuppressWarnings("try") // the scope is there to be closed
  private int reason(String callId, String field) {
    Span span = start("reasoning", TASK);
    try (Scope scope = span.makeCurrent()) {
      int length = 0;
      for (int i = 0; i < WovenWorkflow.TOOLS; i++) {
        String found =
            onBuilder
                ? tool.searchOnBuilder(callId, field, i)
                : tool.searchOnSpan(callId, field, i);
        length += found.length();
      }
      return length;
    } finally {
      span.end();
    }
  }

  private Span start(String name, Attributes attributes) {
    SpanBuilder builder = tracer.spanBuilder(name);
    if (onBuilder) {
      return builder.setAllAttributes(attributes).startSpan();
    }
    Span span = builder.startSpan();
    return span.isRecording() ? span.setAllAttributes(attributes) : span;
  }
}
