package io.spanloom.internal.convention;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a span before it starts; a sampler may ask for any of it.
 *
 * @param role the part the span plays
 * @param name the name from the annotation, the method or an attribute
 * @param operation {@code gen_ai.operation.name}, or {@code null} if there is none
 * @param id an agent's identifier
 * @param version an agent's or workflow's version
 * @param description what an agent or tool is for
 * @param toolType function, extension or datastore
 * @param toolSchema the JSON Schema of a tool's arguments
 * @param provider the provider in the words of the GenAI conventions
 * @param model the requested model
 * @param dataSource a retrieval's data source
 * @param agentName the agent a tool or plan works for
 */
public record Identity(
    SpanRole role,
    String name,
    @Nullable String operation,
    @Nullable String id,
    @Nullable String version,
    @Nullable String description,
    @Nullable String toolType,
    @Nullable String toolSchema,
    @Nullable String provider,
    @Nullable String model,
    @Nullable String dataSource,
    @Nullable String agentName) {

  /** An identity of which no more is known than the role and the name. */
  public static Identity named(SpanRole role, String name) {
    return new Identity(
        role, name, role.operation(), null, null, null, null, null, null, null, null, null);
  }

  /** The same identity, working for an agent. */
  public Identity of(String agent) {
    return new Identity(
        role,
        name,
        operation,
        id,
        version,
        description,
        toolType,
        toolSchema,
        provider,
        model,
        dataSource,
        agent);
  }

  /** The span's name by the GenAI conventions, or the role and name where they have none. */
  public String spanName() {
    return switch (role) {
      case WORKFLOW, AGENT, TOOL -> operation + " " + name;
      case TASK -> operation == null ? name : joined(operation, agentName);
      case LLM, EMBEDDING -> joined(String.valueOf(operation), model);
      case RETRIEVAL -> joined("retrieval", dataSource);
      case RERANK -> joined("rerank", model);
      case GUARDRAIL -> "guardrail " + name;
      case EVALUATION -> "evaluation " + name;
    };
  }

  /** Whether the property is part of the identity of a span of the role. */
  public static boolean tells(SpanRole role, SpanProperty property) {
    return switch (property) {
      case OPERATION -> role.operation() != null;
      case WORKFLOW_NAME -> role == SpanRole.WORKFLOW;
      case AGENT_NAME -> role == SpanRole.AGENT;
      case TOOL_NAME -> role == SpanRole.TOOL;
      case PROVIDER -> role == SpanRole.LLM || role == SpanRole.EMBEDDING;
      case MODEL -> role == SpanRole.LLM || role == SpanRole.EMBEDDING || role == SpanRole.RERANK;
      case DATA_SOURCE -> role == SpanRole.RETRIEVAL;
      default -> false;
    };
  }

  /** How many characters of text it holds. */
  public int length() {
    return Stream.of(
            name,
            id,
            version,
            description,
            toolType,
            toolSchema,
            provider,
            model,
            dataSource,
            agentName)
        .mapToInt(text -> text == null ? 0 : text.length())
        .sum();
  }

  private static String joined(String operation, @Nullable String target) {
    return target == null ? operation : operation + " " + target;
  }
}
