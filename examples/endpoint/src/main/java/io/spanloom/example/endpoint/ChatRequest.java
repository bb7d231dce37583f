package io.spanloom.example.endpoint;

import java.util.List;

/**
 * A chat-completion request, as far as a policy needs it.
 *
 * @param tools the names of the functions the caller offers
 */
public record ChatRequest(String model, List<ChatMessage> messages, List<String> tools) {

  /** Copies the lists. */
  public ChatRequest {
    messages = List.copyOf(messages);
    tools = List.copyOf(tools);
  }

  /** The text of the last message from the user; empty when there is none. */
  public String lastUserText() {
    String text = "";
    for (ChatMessage message : messages) {
      if (message.role().equals("user")) {
        text = message.content();
      }
    }
    return text;
  }
}
