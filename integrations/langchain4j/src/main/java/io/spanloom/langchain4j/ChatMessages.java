package io.spanloom.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Reads the messages of a conversation.
 *
 * <p>Of a message in parts the text is taken; images, audio and files are not.
 */
final class ChatMessages {

  private ChatMessages() {}

  static LlmMessage read(ChatMessage message) {
    if (message instanceof SystemMessage system) {
      return LlmMessage.of("system", system.text());
    }
    if (message instanceof UserMessage user) {
      return LlmMessage.of("user", text(user.contents()));
    }
    if (message instanceof AiMessage assistant) {
      return read(assistant);
    }
    if (message instanceof ToolExecutionResultMessage result) {
      return new LlmMessage("tool", text(result), List.of(), result.id());
    }
    return LlmMessage.of(message.type().name().toLowerCase(Locale.ROOT), null);
  }

  static LlmMessage read(AiMessage message) {
    return new LlmMessage(
        "assistant", message.text(), toolCalls(message.toolExecutionRequests()), null);
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

  private static @Nullable String text(ToolExecutionResultMessage result) {
    try {
      return text(result.contents());
    } catch (NoSuchMethodError before113) { // results were text and nothing else
      return result.text();
    }
  }

  /** The text in the parts; null if there is none. */
  static @Nullable String text(List<Content> contents) {
    StringJoiner text = new StringJoiner("\n");
    boolean any = false;
    for (Content content : contents) {
      if (content instanceof TextContent part) {
        text.add(part.text());
        any = true;
      }
    }
    return any ? text.toString() : null;
  }
}
