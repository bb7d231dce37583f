package io.spanloom.weaver.trace;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part a span plays in an agent's work, whichever convention has it. */
public enum SpanRole {
  WORKFLOW,
  AGENT,
  TASK,
  LLM,
  TOOL,
  RETRIEVAL,
  EMBEDDING,
  RERANK,
  GUARDRAIL,
  EVALUATION,
  OTHER;

  private static final Map<String, SpanRole> BY_OPERATION =
      Map.of(
          "invoke_workflow", WORKFLOW,
          "invoke_agent", AGENT,
          "create_agent", AGENT,
          "plan", TASK,
          "chat", LLM,
          "text_completion", LLM,
          "generate_content", LLM,
          "execute_tool", TOOL,
          "retrieval", RETRIEVAL,
          "embeddings", EMBEDDING);

  private static final Map<String, SpanRole> BY_KIND =
      Map.of(
          "chain", TASK,
          "agent", AGENT,
          "llm", LLM,
          "tool", TOOL,
          "retriever", RETRIEVAL,
          "embedding", EMBEDDING,
          "reranker", RERANK,
          "guardrail", GUARDRAIL,
          "evaluator", EVALUATION,
          "prompt", TASK);

  private static final Map<String, SpanRole> BY_TRACELOOP =
      Map.of("workflow", WORKFLOW, "task", TASK, "agent", AGENT, "tool", TOOL);

  /** The role of a span; the GenAI operation knows more than OpenInference's kind. */
  static SpanRole of(Span span) {
    SpanRole role = lookup(BY_OPERATION, span.text("gen_ai.operation.name"));
    if (role == null) {
      role = lookup(BY_KIND, span.text("openinference.span.kind"));
    }
    if (role == null) {
      role = lookup(BY_TRACELOOP, span.text("traceloop.span.kind"));
    }
    if (role == null && span.text("gen_ai.request.model", "gen_ai.response.model") != null) {
      role = LLM;
    }
    return role == null ? OTHER : role;
  }

  private static @Nullable SpanRole lookup(Map<String, SpanRole> roles, @Nullable String name) {
    return name == null ? null : roles.get(name.toLowerCase(Locale.ROOT));
  }
}
