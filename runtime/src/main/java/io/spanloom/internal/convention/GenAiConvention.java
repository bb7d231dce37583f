package io.spanloom.internal.convention;

import io.spanloom.internal.content.ContentPolicy;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.retrieval.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of the OpenTelemetry GenAI semantic conventions. The differences between versions are
 * in the registry of attribute keys.
 *
 * <ul>
 *   <li>{@code genai-1.36} is the last version before the provider and messages got their present
 *       keys. It has no attribute for messages, arguments, results, workflows, plans or retrievals,
 *       nor for cached and reasoning tokens. Its messages were events of their own, which are not
 *       recorded here.
 *   <li>{@code genai} has the shapes of 1.41.1, the last version published with the core
 *       conventions, and what their own repository added since without contradicting it: plans, and
 *       the conversation on every span.
 *   <li>{@code genai-dev} is what their own repository has since then: unreleased and still moving.
 * </ul>
 *
 * <p>Token usage stands on model calls only, though the conventions have it on agents too: backends
 * add it up over a trace, and would count every token again at each level.
 */
final class GenAiConvention implements Convention {

  private final KeyRegistry.Version version;
  private final boolean hasMessages;

  GenAiConvention(KeyRegistry.Version version) {
    this.version = version;
    this.hasMessages = version.keys().has(SpanRole.LLM, SpanProperty.INPUT_MESSAGES);
  }

  @Override
  public String id() {
    return version.id();
  }

  @Override
  public @Nullable String schemaUrl() {
    return version.schemaUrl();
  }

  @Override
  public @Nullable String eventName(SpanRole role) {
    return role == SpanRole.LLM ? version.event() : null;
  }

  /** The conventions define it for operations of clients. */
  @Override
  public @Nullable String exceptionEventName(SpanRole role) {
    return switch (role) {
      case LLM, EMBEDDING, RETRIEVAL -> version.exceptionEvent();
      default -> null;
    };
  }

  @Override
  public AttributeMappings keys() {
    return version.keys();
  }

  @Override
  public void request(LlmRequest request, ContentPolicy content, AttributeSink out) {
    if (hasMessages) {
      new GenAiMessages(content).request(request, keys(), out);
    }
  }

  @Override
  public void response(LlmResponse response, ContentPolicy content, AttributeSink out) {
    if (hasMessages) {
      new GenAiMessages(content).response(response, keys(), out);
    }
  }

  @Override
  public void documents(
      DocumentPlace place, List<Document> documents, ContentPolicy content, AttributeSink out) {
    if (keys().has(place.role(), SpanProperty.DOCUMENTS)) {
      String json = DocumentJson.of(documents, place.part(), content);
      keys().put(place.role(), SpanProperty.DOCUMENTS, json, out);
    }
  }
}
