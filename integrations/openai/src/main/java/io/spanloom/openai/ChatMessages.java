package io.spanloom.openai;

import com.fasterxml.jackson.databind.JsonNode;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmPart;
import io.spanloom.llm.LlmToolCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the messages of a conversation, as they go over the wire. */
final class ChatMessages {

  private ChatMessages() {}

  /** Adds a message; one without a role is none. */
  static void add(JsonNode message, List<LlmMessage> messages) {
    String role = Json.text(message, "role");
    if (role == null) {
      return;
    }
    switch (role) {
      case "assistant" -> messages.add(assistant(message));
      case "tool" ->
          messages.add(
              LlmMessage.toolResultInParts(
                  Json.text(message, "tool_call_id"), Parts.read(message.path("content"))));
      default -> messages.add(LlmMessage.inParts(role, Parts.read(message.path("content"))));
    }
  }

  /** What the model says. Servers that are only compatible tell its reasoning, by two names. */
  static LlmMessage assistant(JsonNode message) {
    List<LlmPart> parts = new ArrayList<>();
    String reasoning = reasoning(message);
    if (reasoning != null) {
      parts.add(new LlmPart.Reasoning(reasoning, null));
    }
    parts.addAll(Parts.read(message.path("content")));
    String refusal = Json.text(message, "refusal");
    if (refusal != null) {
      parts.add(new LlmPart.Refusal(refusal));
    }
    audio(message.path("audio"), parts);
    return LlmMessage.inParts("assistant", parts, toolCalls(message), "\n");
  }

  private static @Nullable String reasoning(JsonNode message) {
    String reasoning = Json.text(message, "reasoning_content");
    return reasoning == null ? Json.text(message, "reasoning") : reasoning;
  }

  /** Of an earlier answer's sound the conversation has the identifier alone. */
  private static void audio(JsonNode audio, List<LlmPart> parts) {
    String data = Json.text(audio, "data");
    String id = Json.text(audio, "id");
    if (data != null) {
      parts.add(LlmPart.Blob.ofBase64(LlmPart.AUDIO, null, data));
    } else if (id != null) {
      parts.add(new LlmPart.FileRef(LlmPart.AUDIO, null, id));
    }
    String transcript = Json.text(audio, "transcript");
    if (transcript != null) {
      parts.add(new LlmPart.Text(transcript));
    }
  }

  /**
   * The tool calls of an assistant's message: of functions, of custom tools, whose input is free
   * text, and the one call of the oldest form, which has no identifier.
   */
  private static List<LlmToolCall> toolCalls(JsonNode message) {
    List<LlmToolCall> calls = new ArrayList<>();
    for (JsonNode call : message.path("tool_calls")) {
      boolean custom = call.path("custom").isObject();
      JsonNode called = call.path(custom ? "custom" : "function");
      String name = Json.text(called, "name");
      if (name != null) {
        String arguments = Json.text(called, custom ? "input" : "arguments");
        calls.add(new LlmToolCall(Json.text(call, "id"), name, arguments));
      }
    }
    JsonNode only = message.path("function_call");
    String name = Json.text(only, "name");
    if (name != null) {
      calls.add(new LlmToolCall(null, name, Json.text(only, "arguments")));
    }
    return calls;
  }
}
