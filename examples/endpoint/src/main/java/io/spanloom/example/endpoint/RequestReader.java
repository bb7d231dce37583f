package io.spanloom.example.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spanloom.example.endpoint.ChatMessage.ToolCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a request and refuses what OpenAI's API would refuse. */
final class RequestReader {

  private static final Set<String> ROLES =
      Set.of("system", "developer", "user", "assistant", "tool");

  private final ObjectMapper json;

  RequestReader(ObjectMapper json) {
    this.json = json;
  }

  ChatRequest read(JsonNode body) {
    String model = body.path("model").asText("");
    if (model.isEmpty()) {
      throw ApiException.badRequest("you must provide a model parameter", "model");
    }
    if (body.path("stream").asBoolean(false)) {
      throw ApiException.badRequest("This endpoint does not stream.", "stream");
    }
    if (body.path("n").asInt(1) != 1) {
      throw ApiException.badRequest("This endpoint gives one choice.", "n");
    }
    return new ChatRequest(model, messages(body.path("messages")), tools(body.path("tools")));
  }

  private List<ChatMessage> messages(JsonNode array) {
    if (array.isEmpty()) {
      throw ApiException.badRequest("'messages' must be a non-empty array.", "messages");
    }
    List<ChatMessage> messages = new ArrayList<>();
    Set<String> unanswered = new HashSet<>();
    for (int i = 0; i < array.size(); i++) {
      ChatMessage message = message(array.get(i), "messages.[" + i + "]");
      checkOrder(message, unanswered, "messages.[" + i + "]");
      messages.add(message);
    }
    if (!unanswered.isEmpty()) {
      throw missingToolResult("messages");
    }
    return messages;
  }

  /** Tool messages follow, one for one, the assistant message that asked for them. */
  private static void checkOrder(ChatMessage message, Set<String> unanswered, String where) {
    if (message.role().equals("tool")) {
      if (!unanswered.remove(message.toolCallId())) {
        throw ApiException.badRequest(
            "Invalid parameter: messages with role 'tool' must be a response to a preceding"
                + " message with 'tool_calls'.",
            where + ".role");
      }
      return;
    }
    if (!unanswered.isEmpty()) {
      throw missingToolResult(where + ".role");
    }
    message.toolCalls().forEach(call -> unanswered.add(call.id()));
  }

  private static ApiException missingToolResult(String where) {
    return ApiException.badRequest(
        "An assistant message with 'tool_calls' must be followed by tool messages responding to"
            + " each 'tool_call_id'.",
        where);
  }

  private ChatMessage message(JsonNode node, String where) {
    String role = node.path("role").asText("");
    if (!ROLES.contains(role)) {
      throw ApiException.badRequest("Invalid value: '" + role + "'.", where + ".role");
    }
    List<ToolCall> calls = new ArrayList<>();
    for (JsonNode call : node.path("tool_calls")) {
      calls.add(toolCall(call, where + ".tool_calls"));
    }
    return new ChatMessage(
        role, text(node.path("content")), calls, node.path("tool_call_id").asText(""));
  }

  private static String text(JsonNode content) {
    if (!content.isArray()) {
      return content.asText("");
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode part : content) {
      text.append(part.path("text").asText(""));
    }
    return text.toString();
  }

  private ToolCall toolCall(JsonNode call, String where) {
    JsonNode function = call.path("function");
    try {
      return new ToolCall(
          call.path("id").asText(""),
          function.path("name").asText(""),
          json.readTree(function.path("arguments").asText("{}")));
    } catch (JsonProcessingException malformed) {
      throw ApiException.badRequest("Invalid JSON in 'arguments'.", where);
    }
  }

  private static List<String> tools(JsonNode array) {
    List<String> names = new ArrayList<>();
    for (JsonNode tool : array) {
      String name = tool.path("function").path("name").asText("");
      if (name.isEmpty()) {
        throw ApiException.badRequest(
            "Missing required parameter: 'tools[].function.name'.", "tools");
      }
      names.add(name);
    }
    return names;
  }
}
