package io.spanloom.convention;

import io.spanloom.content.ContentPart;
import io.spanloom.content.ContentPolicy;
import io.spanloom.content.RawJson;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.LlmTool;
import io.spanloom.llm.LlmToolCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messages as the JSON of the GenAI conventions: {@code [{role, parts: [{type, …}]}]}.
 *
 * <p>Without content only the parts that tie tool calls together remain: ids and names.
 */
final class GenAiMessages {

  /** The event that holds them, structured. */
  static final String EVENT = "gen_ai.client.inference.operation.details";

  private final ContentPolicy content;

  GenAiMessages(ContentPolicy content) {
    this.content = content;
  }

  void request(LlmRequest request, KeyTable keys, AttributeSink out) {
    List<LlmMessage> messages = request.messages();
    keys.put(SpanRole.LLM, Fact.SYSTEM_INSTRUCTIONS, systemInstructions(messages), out);
    keys.put(SpanRole.LLM, Fact.INPUT_MESSAGES, input(messages), out);
    keys.put(SpanRole.LLM, Fact.TOOL_DEFINITIONS, toolDefinitions(request.tools()), out);
  }

  void response(LlmResponse response, KeyTable keys, AttributeSink out) {
    keys.put(SpanRole.LLM, Fact.OUTPUT_MESSAGES, output(response), out);
  }

  /** {@link LlmRequest#messages} but for the system's, or {@code null} if nothing may be said. */
  private @Nullable String input(List<LlmMessage> messages) {
    List<Map<String, Object>> described = new ArrayList<>();
    for (LlmMessage message : messages) {
      if (!isSystem(message)) {
        addIfSaid(described, message, null, Direction.INPUT);
      }
    }
    return described.isEmpty() ? null : content.ownJson(MessageBudget.fitted(described, content));
  }

  /** {@link LlmResponse#messages}, or {@code null} if nothing may be said. */
  private @Nullable String output(LlmResponse response) {
    List<Map<String, Object>> described = new ArrayList<>();
    List<LlmMessage> messages = response.messages();
    List<String> reasons = response.finishReasons();
    for (int i = 0; i < messages.size(); i++) {
      String reason = i < reasons.size() ? reasons.get(i) : null;
      addIfSaid(described, messages.get(i), reason, Direction.OUTPUT);
    }
    return described.isEmpty() ? null : content.ownJson(MessageBudget.fitted(described, content));
  }

  private @Nullable String systemInstructions(List<LlmMessage> messages) {
    if (!content.allowed()) {
      return null;
    }
    List<Map<String, Object>> parts = new ArrayList<>();
    for (LlmMessage message : messages) {
      if (isSystem(message) && message.text() != null) {
        parts.add(part("text", "content", content.shown(ContentPart.INPUT_TEXT, message.text())));
      }
    }
    return parts.isEmpty() ? null : content.json(parts);
  }

  private @Nullable String toolDefinitions(List<LlmTool> tools) {
    return content.allowed() && !tools.isEmpty()
        ? content.json(
            ContentPart.TOOL_DEFINITIONS, tools.stream().map(ToolDefinitions::flat).toList())
        : null;
  }

  private void addIfSaid(
      List<Map<String, Object>> described,
      LlmMessage message,
      @Nullable String finishReason,
      Direction direction) {
    List<Map<String, Object>> parts = parts(message, direction);
    if (parts.isEmpty()) {
      return;
    }
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("role", message.role());
    members.put("parts", parts);
    if (finishReason != null) {
      members.put("finish_reason", finishReason(finishReason, message));
    }
    described.add(members);
  }

  private List<Map<String, Object>> parts(LlmMessage message, Direction direction) {
    List<Map<String, Object>> parts = new ArrayList<>();
    if (message.toolCallId() != null || message.role().equals("tool")) {
      parts.add(toolResponse(message.toolCallId(), message.text(), direction));
    } else if (content.allowed() && message.text() != null) {
      parts.add(part("text", "content", content.shown(direction.text(), message.text())));
    }
    for (LlmToolCall call : message.toolCalls()) {
      parts.add(toolCall(call, direction));
    }
    return parts;
  }

  private Map<String, Object> toolResponse(
      @Nullable String id, @Nullable String response, Direction direction) {
    Map<String, Object> part = ofCall("tool_call_response", id);
    if (content.allowed() && response != null) {
      part.put("response", content.shown(direction.text(), response));
    }
    return part;
  }

  private Map<String, Object> toolCall(LlmToolCall call, Direction direction) {
    Map<String, Object> part = ofCall("tool_call", call.id());
    part.put("name", call.name());
    if (content.allowed() && call.arguments() != null) {
      RawJson arguments = new RawJson(call.arguments());
      part.put("arguments", content.shown(direction.arguments(), arguments));
    }
    return part;
  }

  private static Map<String, Object> ofCall(String type, @Nullable String id) {
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("type", type);
    if (id != null) {
      part.put("id", id);
    }
    return part;
  }

  private static Map<String, Object> part(String type, String member, Object value) {
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("type", type);
    part.put(member, value);
    return part;
  }

  private static boolean isSystem(LlmMessage message) {
    return message.role().equals("system") || message.role().equals("developer");
  }

  /** The conventions' word for a provider's finish reason; other words pass as they are. */
  private static String finishReason(String providersWord, LlmMessage message) {
    return switch (providersWord) {
      case "STOP" -> message.toolCalls().isEmpty() ? "stop" : "tool_call";
      case "completed" -> message.toolCalls().isEmpty() ? "stop" : "tool_call";
      case "tool_calls", "tool_use", "function_call" -> "tool_call";
      case "end_turn", "stop_sequence" -> "stop";
      case "max_tokens", "max_output_tokens", "MAX_TOKENS", "model_context_window_exceeded" ->
          "length";
      case "refusal", "SAFETY", "PROHIBITED_CONTENT", "BLOCKLIST" -> "content_filter";
      case "failed" -> "error";
      default -> providersWord;
    };
  }
}
