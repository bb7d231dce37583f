package io.spanloom.springai;

import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmToolCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.model.ChatResponse;

/** Reads the messages of a conversation: their text; images, audio and files are not taken. */
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
    return List.of(
        message instanceof AssistantMessage assistant
            ? read(assistant)
            : LlmMessage.of(message.getMessageType().getValue(), message.getText()));
  }

  static LlmMessage read(AssistantMessage message) {
    String text = message.getText();
    return new LlmMessage(
        "assistant", isPresent(text) ? text : null, toolCalls(message.getToolCalls()), null);
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
