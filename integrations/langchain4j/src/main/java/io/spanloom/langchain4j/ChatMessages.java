package io.spanloom.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmPart;
import io.spanloom.llm.LlmToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the messages of a conversation. */
final class ChatMessages {

  private ChatMessages() {}

  static LlmMessage read(ChatMessage message) {
    if (message instanceof SystemMessage system) {
      return LlmMessage.of("system", system.text());
    }
    if (message instanceof UserMessage user) {
      return LlmMessage.inParts("user", Contents.read(user.contents()));
    }
    if (message instanceof AiMessage assistant) {
      return read(assistant);
    }
    if (message instanceof ToolExecutionResultMessage result) {
      return result(result);
    }
    return LlmMessage.of(message.type().name().toLowerCase(Locale.ROOT), null);
  }

  static LlmMessage read(AiMessage message) {
    List<LlmPart> parts = Contents.beyondText(message);
    List<LlmToolCall> calls = toolCalls(message.toolExecutionRequests());
    if (parts.isEmpty()) {
      return new LlmMessage("assistant", message.text(), calls, null);
    }
    if (message.text() != null) { // thoughts come before it, and images after
      int thoughts = parts.get(0) instanceof LlmPart.Reasoning ? 1 : 0;
      parts.add(thoughts, new LlmPart.Text(message.text()));
    }
    return LlmMessage.inParts("assistant", parts, calls, "\n");
  }

  /** The calls that have an id; some providers issue none, and Spanloom invents none. */
  private static List<LlmToolCall> toolCalls(@Nullable List<ToolExecutionRequest> requests) {
    List<LlmToolCall> calls = new ArrayList<>();
    if (requests != null) {
      for (ToolExecutionRequest request : requests) {
        if (request.id() != null) {
          calls.add(new LlmToolCall(request.id(), request.name(), request.arguments()));
        }
      }
    }
    return calls;
  }

  private static LlmMessage result(ToolExecutionResultMessage result) {
    try {
      return LlmMessage.toolResultInParts(result.id(), Contents.read(result.contents()));
    } catch (NoSuchMethodError before113) { // results were text and nothing else
      return LlmMessage.toolResult(result.id(), result.text());
    }
  }
}
