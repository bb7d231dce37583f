package io.spanloom.processor.model;

import io.spanloom.annotations.GenAi;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of spans, one per annotation, with what the conventions say about each. */
public enum SpanRole {
  WORKFLOW("Workflow", "workflow", "CHAIN", "invoke_workflow", GenAi.WORKFLOW_NAME),
  AGENT("Agent", "agent", "AGENT", "invoke_agent", GenAi.AGENT_NAME),
  TASK("Task", "task", "CHAIN", "", ""),
  TOOL("Tool", "tool", "TOOL", "execute_tool", GenAi.TOOL_NAME),
  LLM("LlmCall", "llmCall", "LLM", "chat", GenAi.REQUEST_MODEL),
  RETRIEVAL("Retrieval", "retrieval", "RETRIEVER", "retrieval", GenAi.DATA_SOURCE_ID),
  EMBEDDING("Embedding", "embedding", "EMBEDDING", "embeddings", GenAi.REQUEST_MODEL),
  RERANK("Rerank", "rerank", "RERANKER", "", GenAi.REQUEST_MODEL),
  GUARDRAIL("Guardrail", "guardrail", "GUARDRAIL", "", ""),
  EVALUATION("Evaluation", "evaluation", "EVALUATOR", "", "");

  private static final String PACKAGE = "io.spanloom.annotations.";

  private final String annotation;
  private final String factory;
  private final String openInferenceKind;
  private final String operation;
  private final String nameKey;

  SpanRole(
      String annotation,
      String factory,
      String openInferenceKind,
      String operation,
      String nameKey) {
    this.annotation = annotation;
    this.factory = factory;
    this.openInferenceKind = openInferenceKind;
    this.operation = operation;
    this.nameKey = nameKey;
  }

  /** The kind that an annotation stands for. */
  public static Optional<SpanRole> ofAnnotation(String qualifiedName) {
    return Stream.of(values())
        .filter(role -> role.qualifiedAnnotation().equals(qualifiedName))
        .findFirst();
  }

  /** The annotation's simple name. */
  public String annotation() {
    return annotation;
  }

  public String qualifiedAnnotation() {
    return PACKAGE + annotation;
  }

  /** The method of {@code SpanSpec} that starts a description of this kind. */
  public String factory() {
    return factory;
  }

  /** The value of {@code openinference.span.kind}. */
  public String openInferenceKind() {
    return openInferenceKind;
  }

  /** The value of {@code gen_ai.operation.name} unless an option says otherwise; may be empty. */
  public String operation() {
    return operation;
  }

  /** The attribute whose value ends the span's name; empty if the name is fixed. */
  public String nameKey() {
    return nameKey;
  }

  public String otelKind() {
    return this == LLM || this == RETRIEVAL || this == EMBEDDING ? "CLIENT" : "INTERNAL";
  }
}
