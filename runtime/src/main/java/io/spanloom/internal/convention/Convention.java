package io.spanloom.internal.convention;

import io.spanloom.internal.content.ContentPolicy;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.retrieval.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a semantic convention: which keys the neutral span's properties go by.
 *
 * <p>Implementations keep no state. They write content only as far as the policy allows it, and
 * structure (names, ids, models, counts) always.
 */
public interface Convention {

  /** The name users choose the convention by in {@code spanloom.semconv}. */
  String id();

  /** The schema URL of the convention, or {@code null} if it has none. */
  default @Nullable String schemaUrl() {
    return null;
  }

  /**
   * The event for a call of that role, with its content, or {@code null} if the convention defines
   * none.
   */
  default @Nullable String eventName(SpanRole role) {
    return null;
  }

  /**
   * The event for an exception that a call of that role failed with, or {@code null} if the
   * convention defines none.
   */
  default @Nullable String exceptionEventName(SpanRole role) {
    return null;
  }

  /** The keys of properties. */
  AttributeMappings keys();

  /** The parts of a model call's request that are no properties: messages and tools. */
  default void request(LlmRequest request, ContentPolicy content, AttributeSink out) {}

  /** The parts of a model call's response that are no properties: messages. */
  default void response(LlmResponse response, ContentPolicy content, AttributeSink out) {}

  /** What embeddings were computed of; asked for only where content may be recorded. */
  default void embeddedTexts(List<String> texts, ContentPolicy content, AttributeSink out) {}

  /** The embeddings themselves; asked for only where the user wants them. */
  default void vectors(List<double[]> vectors, ContentPolicy content, AttributeSink out) {}

  /** Documents: ids and scores always, what they say as far as the policy allows it. */
  default void documents(
      DocumentPlace place, List<Document> documents, ContentPolicy content, AttributeSink out) {}
}
