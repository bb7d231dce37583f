package io.spanloom.springai;

import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmPart;
import io.spanloom.llm.LlmToolCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.content.MediaContent;

/** Reads the messages of a conversation. */
final class ChatMessages {

  private ChatMessages() {}

  /** One message, but one for each result in a message of tool results. */
  static List<LlmMessage> read(Message message) {
    if (message instanceof ToolResponseMessage results) {
      return results.getResponses().stream()
          .map(
              result ->
                  new LlmMessage(
                      "tool",
                      result.responseData(),
                      List.of(),
                      isPresent(result.id()) ? result.id() : null))
          .toList();
    }
    if (message instanceof AssistantMessage assistant) {
      return List.of(read(assistant));
    }
    List<LlmPart> media = message instanceof MediaContent content ? Media.read(content) : List.of();
    return List.of(read(message.getMessageType().getValue(), message.getText(), media));
  }

  private static LlmMessage read(String role, @Nullable String text, List<LlmPart> media) {
    if (media.isEmpty()) {
      return LlmMessage.of(role, text);
    }
    List<LlmPart> parts = new ArrayList<>(media.size() + 1);
    if (text != null && isPresent(text)) {
      parts.add(new LlmPart.Text(text));
    }
    parts.addAll(media);
    return LlmMessage.inParts(role, parts);
  }

  static LlmMessage read(AssistantMessage message) {
    List<LlmToolCall> calls = toolCalls(message.getToolCalls());
    List<LlmPart> parts = new ArrayList<>(2);
    boolean textIsThought = Reasoning.add(message, parts);
    String text = textIsThought ? null : message.getText();
    if (text != null && isPresent(text)) {
      parts.add(new LlmPart.Text(text));
    }
    parts.addAll(Media.read(message));
    return LlmMessage.inParts("assistant", parts, calls, "\n");
  }

  /** The ids of the tool calls that a response asks for, as far as a manager runs them. */
  static List<String> toolCallIds(ChatResponse response) {
    return response.getResults().stream()
        .map(generation -> generation.getOutput().getToolCalls())
        .filter(calls -> !calls.isEmpty())
        .findFirst()
        .map(calls -> calls.stream().map(AssistantMessage.ToolCall::id).toList())
        .orElse(List.of());
  }

  /** The calls that have an id; some providers issue none, and Spanloom invents none. */
  private static List<LlmToolCall> toolCalls(List<AssistantMessage.ToolCall> toolCalls) {
    List<LlmToolCall> calls = new ArrayList<>();
    for (AssistantMessage.ToolCall call : toolCalls) {
      if (isPresent(call.id())) {
        calls.add(new LlmToolCall(call.id(), call.name(), call.arguments()));
      }
    }
    return calls;
  }

  /** Spring AI's word for not knowing is the empty text. */
  static boolean isPresent(@Nullable String text) {
    return text != null && !text.isEmpty();
  }
}
