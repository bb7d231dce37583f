package io.spanloom.openai;

import com.fasterxml.jackson.databind.JsonNode;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmPart;
import io.spanloom.llm.LlmToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Reads the items that conversations with the responses endpoint are made of.
 *
 * <p>What the model thought, assistantParts, asked for and had OpenAI's own tools do at once are
 * items of their own; here they are one message, as with the other endpoints.
 */
final class ResponseItems {

  private static final String CALL = "_call";
  private static final String OUTPUT = "_call_output";

  private final List<LlmMessage> messages = new ArrayList<>();
  private final List<LlmToolCall> calls = new ArrayList<>();
  private final List<LlmPart> assistantParts = new ArrayList<>();

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
    if (type == null || type.equals("message")) {
      message(item);
    } else if (type.endsWith(OUTPUT)) {
      result(item);
    } else if (isForClient(item)) {
      call(item, type);
    } else {
      assistantParts.addAll(parts(item, type));
    }
  }

  private void message(JsonNode item) {
    String role = Json.text(item, "role");
    List<LlmPart> parts = Parts.read(item.path("content"));
    if ("assistant".equals(role)) {
      if (!calls.isEmpty()) {
        endOfTurn();
      }
      assistantParts.addAll(parts);
    } else if (role != null) {
      endOfTurn();
      messages.add(LlmMessage.inParts(role, parts));
    }
  }

  /** Whether the program is to execute a call: OpenAI's own tools have no identifier to answer. */
  static boolean isForClient(JsonNode item) {
    String type = Json.text(item, "type");
    return type != null && type.endsWith(CALL) && Json.text(item, "call_id") != null;
  }

  /** The name of the tool that is called; those that OpenAI defines go by their type. */
  static @Nullable String toolName(JsonNode item) {
    String name = Json.text(item, "name");
    String type = Json.text(item, "type");
    if (name != null || type == null) {
      return name;
    }
    boolean function = type.equals("function_call") || type.equals("custom_tool_call");
    return function || !type.endsWith(CALL) ? null : withoutCall(type);
  }

  private static String withoutCall(String type) {
    return type.endsWith(CALL) ? type.substring(0, type.length() - CALL.length()) : type;
  }

  private void call(JsonNode item, String type) {
    String name = toolName(item);
    if (name != null) {
      String arguments = Json.text(item, type.equals("custom_tool_call") ? "input" : "arguments");
      String other = Json.json(item.path("action"));
      calls.add(
          new LlmToolCall(Json.text(item, "call_id"), name, arguments == null ? other : arguments));
    }
  }

  private void result(JsonNode item) {
    String id = Json.text(item, "call_id");
    if (id != null) {
      endOfTurn();
      messages.add(LlmMessage.toolResultInParts(id, Parts.read(item.path("output"))));
    }
  }

  /** What an item says that neither is a message nor asks the program for anything. */
  static List<LlmPart> parts(JsonNode item, String type) {
    List<LlmPart> parts = new ArrayList<>(2);
    String id = Json.text(item, "id");
    if (type.equals("reasoning")) {
      reasoning(item, id, parts);
    } else if (type.equals("image_generation_call")) {
      image(item, id, parts);
    } else if (type.endsWith(CALL)) {
      String name = Json.text(item, "name");
      String tool = name == null ? withoutCall(type) : name;
      parts.add(new LlmPart.ServerToolCall(id, tool, arguments(item)));
      String result = result(item, "result", "results", "outputs", "output", "error");
      if (result != null) {
        parts.add(new LlmPart.ServerToolResult(id, tool, result));
      }
    } else if (!type.equals("item_reference")) {
      parts.add(new LlmPart.Other(type, item.toString()));
    }
    return parts;
  }

  private static void reasoning(JsonNode item, @Nullable String id, List<LlmPart> parts) {
    StringJoiner text = new StringJoiner("\n");
    text.setEmptyValue("");
    JsonNode whole = item.path("content");
    for (JsonNode each : whole.isEmpty() ? item.path("summary") : whole) {
      String more = Json.text(each, "text");
      if (more != null) {
        text.add(more);
      }
    }
    String encrypted = Json.text(item, "encrypted_content");
    String thought = text.toString();
    if (!thought.isEmpty() || encrypted != null) {
      parts.add(
          new LlmPart.Reasoning(id, thought.isEmpty() ? null : thought, null, encrypted, false));
    }
  }

  private static void image(JsonNode item, @Nullable String id, List<LlmPart> parts) {
    String prompt = Json.text(item, "revised_prompt");
    parts.add(new LlmPart.ServerToolCall(id, "image_generation", prompt));
    String data = Json.text(item, "result");
    if (data != null) {
      String format = Json.text(item, "output_format");
      parts.add(
          LlmPart.Blob.ofBase64(LlmPart.IMAGE, "image/" + (format == null ? "png" : format), data));
    }
  }

  private static @Nullable String arguments(JsonNode item) {
    String arguments = Json.text(item, "arguments");
    return arguments == null ? result(item, "action", "queries", "code", "input") : arguments;
  }

  private static @Nullable String result(JsonNode item, String... members) {
    for (String member : members) {
      String json = Json.json(item.path(member));
      if (json != null) {
        return json;
      }
    }
    return null;
  }

  private void endOfTurn() {
    if (!calls.isEmpty() || !assistantParts.isEmpty()) {
      messages.add(LlmMessage.inParts("assistant", assistantParts, calls, "\n"));
      assistantParts.clear();
      calls.clear();
    }
  }
}
