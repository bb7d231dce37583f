package io.spanloom.convention;

import io.spanloom.content.ContentPolicy;
import io.spanloom.cost.Cost;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
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

  /** What is known before the span starts. */
  void identity(Identity span, AttributeSink out);

  /** The session and user a span belongs to. */
  void session(@Nullable String sessionId, @Nullable String userId, AttributeSink out);

  /** The identifier the provider issued for a tool call. */
  void toolCallId(String id, AttributeSink out);

  /** A model call's request. */
  void request(LlmRequest request, ContentPolicy content, AttributeSink out);

  /** A model call's response. */
  void response(LlmResponse response, ContentPolicy content, AttributeSink out);

  /** What a model call cost. */
  void cost(Cost cost, AttributeSink out);

  /** A span's input as captured: redacted and within bounds. */
  void input(Captured input, AttributeSink out);

  /** What a tool was called with, as a JSON object: redacted and within bounds. */
  void toolArguments(Captured arguments, AttributeSink out);

  /** A span's output as captured: redacted and within bounds. */
  void output(SpanRole role, Captured output, AttributeSink out);

  /** Why the span failed. */
  void error(String type, AttributeSink out);
}
