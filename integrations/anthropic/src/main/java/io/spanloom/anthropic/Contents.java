package io.spanloom.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmPart;
import io.spanloom.llm.LlmToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages, whose content is text or blocks.
 *
 * <p>Tools that the provider runs itself are parts of what is said: no code of the program answers
 * those.
 */
final class Contents {

  private Contents() {}

  /** Adds what one message of the conversation says: the results it hands back come first. */
  static void read(JsonNode message, List<LlmMessage> messages) {
    String role = String.valueOf(Json.text(message, "role"));
    JsonNode content = message.path("content");
    List<LlmToolCall> calls = toolCalls(content);
    for (JsonNode block : content) {
      String toolCallId = is(block, "tool_result") ? Json.text(block, "tool_use_id") : null;
      if (toolCallId != null) {
        messages.add(LlmMessage.toolResultInParts(toolCallId, Blocks.read(block.path("content"))));
      }
    }
    List<LlmPart> parts = Blocks.read(content);
    if (!parts.isEmpty() || !calls.isEmpty()) {
      messages.add(LlmMessage.inParts(role, parts, calls, role.equals("assistant") ? "" : "\n"));
    }
  }

  /** The model's answer. The provider splits its text where it quotes, and where else it likes. */
  static LlmMessage assistantMessage(JsonNode content) {
    return LlmMessage.inParts("assistant", Blocks.read(content), toolCalls(content), "");
  }

  /** A text, or those of the text blocks; {@code null} if there is none. */
  static @Nullable String text(JsonNode content, String between) {
    if (content.isTextual()) {
      return content.textValue();
    }
    StringJoiner texts = new StringJoiner(between);
    boolean any = false;
    for (JsonNode block : content) {
      String text = is(block, "text") ? Json.text(block, "text") : null;
      if (text != null) {
        texts.add(text);
        any = true;
      }
    }
    return any ? texts.toString() : null;
  }

  static boolean is(JsonNode block, String type) {
    return type.equals(Json.text(block, "type"));
  }

  private static List<LlmToolCall> toolCalls(JsonNode content) {
    List<LlmToolCall> calls = new ArrayList<>();
    for (JsonNode block : content) {
      String id = Json.text(block, "id");
      String name = Json.text(block, "name");
      if (is(block, "tool_use") && id != null && name != null) {
        calls.add(new LlmToolCall(id, name, Json.json(block.path("input"))));
      }
    }
    return calls;
  }
}
