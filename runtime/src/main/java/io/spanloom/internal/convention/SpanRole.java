package io.spanloom.internal.convention;

import io.opentelemetry.api.trace.SpanKind;
import org.jspecify.annotations.Nullable;

/** The part a span plays in an agent's trace; one for each annotation. */
public enum SpanRole {
  WORKFLOW("invoke_workflow", SpanKind.INTERNAL, "CHAIN"),
  AGENT("invoke_agent", SpanKind.INTERNAL, "AGENT"),
  TASK(null, SpanKind.INTERNAL, "CHAIN"),
  TOOL("execute_tool", SpanKind.INTERNAL, "TOOL"),
  LLM("chat", SpanKind.CLIENT, "LLM"),
  RETRIEVAL("retrieval", SpanKind.CLIENT, "RETRIEVER"),
  EMBEDDING("embeddings", SpanKind.CLIENT, "EMBEDDING"),
  RERANK(null, SpanKind.INTERNAL, "RERANKER"),
  GUARDRAIL(null, SpanKind.INTERNAL, "GUARDRAIL"),
  EVALUATION(null, SpanKind.INTERNAL, "EVALUATOR");

  private final @Nullable String operation;
  private final SpanKind otelKind;
  private final String openInferenceKind;

  SpanRole(@Nullable String operation, SpanKind otelKind, String openInferenceKind) {
    this.operation = operation;
    this.otelKind = otelKind;
    this.openInferenceKind = openInferenceKind;
  }

  /** The usual {@code gen_ai.operation.name}, or {@code null} if the convention has none. */
  public @Nullable String operation() {
    return operation;
  }

  /** The OpenTelemetry span kind. */
  public SpanKind otelKind() {
    return otelKind;
  }

  /** The {@code openinference.span.kind}. */
  public String openInferenceKind() {
    return openInferenceKind;
  }

  /** The property that a span's own name is, or {@code null} if only the span's name has it. */
  public @Nullable SpanProperty nameProperty() {
    return switch (this) {
      case WORKFLOW -> SpanProperty.WORKFLOW_NAME;
      case AGENT -> SpanProperty.AGENT_NAME;
      case TOOL -> SpanProperty.TOOL_NAME;
      default -> null;
    };
  }

  /** Whether other spans' totals and tool calls are accounted to a span of this role. */
  public boolean isRun() {
    return this == WORKFLOW || this == AGENT;
  }
}
