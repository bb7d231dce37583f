package io.spanloom.example.endpoint;

/** What stands in for a model: decides on the next message from the conversation alone. */
@FunctionalInterface
public interface ChatPolicy {

  /** The next message of the assistant. Keeps no state: the same request gets the same reply. */
  ChatReply reply(ChatRequest request);
}
