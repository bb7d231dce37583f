package io.spanloom.example.rag.script;

import io.spanloom.example.endpoint.ChatPolicy;
import io.spanloom.example.endpoint.ChatReply;
import io.spanloom.example.endpoint.ChatRequest;

/**
 * Reads the prompt that it is sent and answers from it by rule: quotes the statements closest to
 * the question, or counts which statements of an answer the passages have.
 */
public final class ScriptedModel implements ChatPolicy {

  private final ChatPolicy quotations = new QuotationPolicy();
  private final ChatPolicy groundedness = new GroundednessPolicy();

  @Override
  public ChatReply reply(ChatRequest request) {
    boolean judges = !Prompt.read(request).answer().isEmpty();
    return (judges ? groundedness : quotations).reply(request);
  }
}
