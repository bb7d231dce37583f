package io.spanloom.openai;

import com.fasterxml.jackson.databind.JsonNode;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmToolCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the items that conversations with the responses endpoint are made of.
 *
 * <p>What the model said and asked for at once are items of their own; here they are one message,
 * as with the other endpoints. Reasoning and what OpenAI's own tools did are passed over.
 */
final class ResponseItems {

  private final List<LlmMessage> messages = new ArrayList<>();
  private final List<LlmToolCall> calls = new ArrayList<>();
  private @Nullable String assistantText;
  private boolean speaking;

  private ResponseItems() {}

  /**
   * The messages.
   *
   * @param items an input or an output: items, or a user's text
   */
  static List<LlmMessage> messages(JsonNode items) {
    if (items.isTextual()) {
      return List.of(LlmMessage.of("user", items.textValue()));
    }
    ResponseItems read = new ResponseItems();
    items.forEach(read::item);
    read.endOfTurn();
    return read.messages;
  }

  private void item(JsonNode item) {
    String type = Json.text(item, "type");
    switch (type == null ? "message" : type) {
      case "message" -> message(item);
      case "function_call" -> call(item, "arguments");
      case "custom_tool_call" -> call(item, "input");
      case "function_call_output", "custom_tool_call_output" -> result(item);
      default -> {}
    }
  }

  private void message(JsonNode item) {
    String role = Json.text(item, "role");
    String text = Json.contentText(item.path("content"));
    if ("assistant".equals(role)) {
      if (!calls.isEmpty()) {
        endOfTurn();
      }
      assistantText = assistantText == null || text == null ? text : assistantText + "\n" + text;
      speaking = true;
    } else if (role != null) {
      endOfTurn();
      messages.add(LlmMessage.of(role, text));
    }
  }

  private void call(JsonNode item, String arguments) {
    String id = Json.text(item, "call_id");
    String name = Json.text(item, "name");
    if (id != null && name != null) {
      calls.add(new LlmToolCall(id, name, Json.text(item, arguments)));
      speaking = true;
    }
  }

  private void result(JsonNode item) {
    String id = Json.text(item, "call_id");
    if (id != null) {
      endOfTurn();
      messages.add(LlmMessage.toolResult(id, Json.contentText(item.path("output"))));
    }
  }

  private void endOfTurn() {
    if (speaking) {
      messages.add(new LlmMessage("assistant", assistantText, calls, null));
      assistantText = null;
      calls.clear();
      speaking = false;
    }
  }
}
