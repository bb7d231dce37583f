package io.spanloom.example.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One message of a conversation.
 *
 * @param content the text, its parts joined; empty when there is none
 * @param toolCalls what an assistant message asked for
 * @param toolCallId which call a tool message answers; empty in other messages
 */
public record ChatMessage(
    String role, String content, List<ToolCall> toolCalls, String toolCallId) {

  /** Copies the list. */
  public ChatMessage {
    toolCalls = List.copyOf(toolCalls);
  }

  /** One call that the assistant asked for. */
  public record ToolCall(String id, String name, JsonNode arguments) {}
}
