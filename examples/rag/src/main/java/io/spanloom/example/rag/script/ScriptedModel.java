package io.spanloom.example.rag.script;

import io.spanloom.example.endpoint.ChatPolicy;
import io.spanloom.example.endpoint.ChatReply;
import io.spanloom.example.endpoint.ChatRequest;

/** Reads the prompt that it is sent and answers from it by rule: see {@link QuotationPolicy}. */
public final class ScriptedModel implements ChatPolicy {

  private final ChatPolicy quotations = new QuotationPolicy();

  @Override
  public ChatReply reply(ChatRequest request) {
    return quotations.reply(request);
  }
}
