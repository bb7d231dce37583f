package io.spanloom.googlegenai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.genai.types.Content;
import com.google.genai.types.FunctionCall;
import com.google.genai.types.FunctionResponse;
import com.google.genai.types.Part;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmPart;
import io.spanloom.llm.LlmToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is said, which comes in parts.
 *
 * <p>Pieces of text may be of one sentence. Results of functions are messages of their own.
 */
final class Contents {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Contents() {}

  /** What a part of the conversation says: the results it hands back come first. */
  static List<LlmMessage> read(Content content) {
    List<LlmMessage> messages = new ArrayList<>();
    for (Part part : parts(content)) {
      part.functionResponse().ifPresent(response -> messages.add(result(response)));
    }
    List<LlmPart> parts = Parts.read(content);
    List<LlmToolCall> calls = toolCalls(content);
    if (!parts.isEmpty() || !calls.isEmpty()) {
      messages.add(LlmMessage.inParts(role(content), parts, calls, ""));
    }
    return messages;
  }

  /** The text of all parts, which may be pieces of one sentence; {@code null} if there is none. */
  static @Nullable String text(Content content) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts(content)) {
      if (!part.thought().orElse(false)) {
        part.text().ifPresent(text::append);
      }
    }
    return text.isEmpty() ? null : text.toString();
  }

  /** What the model says. */
  static LlmMessage answer(Content content) {
    return LlmMessage.inParts("assistant", Parts.read(content), toolCalls(content), "");
  }

  static List<LlmToolCall> toolCalls(Content content) {
    List<LlmToolCall> calls = new ArrayList<>();
    for (Part part : parts(content)) {
      part.functionCall().flatMap(call -> toolCall(call, part)).ifPresent(calls::add);
    }
    return calls;
  }

  /** Gemini's own API gives ids to calls only sometimes. */
  private static Optional<LlmToolCall> toolCall(FunctionCall call, Part part) {
    String arguments = call.args().map(Contents::json).orElse("{}");
    return call.name()
        .map(name -> new LlmToolCall(id(call.id()), name, arguments, Parts.signature(part)));
  }

  private static LlmMessage result(FunctionResponse response) {
    return LlmMessage.toolResult(
        id(response.id()), response.response().map(Contents::json).orElse(null));
  }

  private static @Nullable String id(Optional<String> id) {
    return id.filter(issued -> !issued.isEmpty()).orElse(null);
  }

  /** Google's word for the assistant is its own; what has no role is the user's. */
  private static String role(Content content) {
    String role = content.role().orElse("user");
    return role.equals("model") ? "assistant" : role;
  }

  private static List<Part> parts(Content content) {
    return content.parts().orElse(List.of());
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException notRepresentable) {
      throw new IllegalStateException(
          "Cannot write what a function is called with", notRepresentable);
    }
  }
}
