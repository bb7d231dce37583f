package io.spanloom.springai;

import io.spanloom.llm.LlmPart;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;

/** Reads what models thought, which is in the metadata of their messages, by several names. */
final class Reasoning {

  private static final List<String> NAMES =
      List.of("reasoningContent", "reasoning_content", "thinking", "reasoning");

  private Reasoning() {}

  /**
   * Adds what the model thought.
   *
   * @return whether the message's text is that: thoughts of Anthropic's models are messages of
   *     their own, and have a signature
   */
  static boolean add(AssistantMessage message, List<LlmPart> parts) {
    Map<String, Object> metadata = message.getMetadata();
    if (metadata == null || metadata.isEmpty()) {
      return false;
    }
    String signature = text(metadata, "signature");
    String redacted = text(metadata, "data");
    if (signature != null) {
      parts.add(new LlmPart.Reasoning(message.getText(), signature));
      return true;
    }
    if (redacted != null && !ChatMessages.isPresent(message.getText())) {
      parts.add(LlmPart.Reasoning.redacted(redacted));
      return true;
    }
    for (String name : NAMES) {
      String thought = text(metadata, name);
      if (thought != null) {
        parts.add(new LlmPart.Reasoning(thought, null));
        return false;
      }
    }
    return false;
  }

  private static @Nullable String text(Map<String, Object> metadata, String name) {
    return metadata.get(name) instanceof String text && !text.isEmpty() ? text : null;
  }
}
