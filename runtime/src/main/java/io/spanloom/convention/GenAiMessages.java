package io.spanloom.convention;

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
        addIfSaid(described, message, null);
      }
    }
    return described.isEmpty() ? null : content.json(described);
  }

  /** {@link LlmResponse#messages}, or {@code null} if nothing may be said. */
  private @Nullable String output(LlmResponse response) {
    List<Map<String, Object>> described = new ArrayList<>();
    List<LlmMessage> messages = response.messages();
    List<String> reasons = response.finishReasons();
    for (int i = 0; i < messages.size(); i++) {
      addIfSaid(described, messages.get(i), i < reasons.size() ? reasons.get(i) : null);
    }
    return described.isEmpty() ? null : content.json(described);
  }

  private @Nullable String systemInstructions(List<LlmMessage> messages) {
    if (!content.onSpans()) {
      return null;
    }
    List<Map<String, Object>> parts = new ArrayList<>();
    for (LlmMessage message : messages) {
      if (isSystem(message) && message.text() != null) {
        parts.add(part("text", "content", message.text()));
      }
    }
    return parts.isEmpty() ? null : content.json(parts);
  }

  private @Nullable String toolDefinitions(List<LlmTool> tools) {
    return content.onSpans() && !tools.isEmpty()
        ? content.json(tools.stream().map(ToolDefinitions::flat).toList())
        : null;
  }

  private void addIfSaid(
      List<Map<String, Object>> described, LlmMessage message, @Nullable String finishReason) {
    List<Map<String, Object>> parts = parts(message);
    if (parts.isEmpty()) {
      return;
    }
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("role", message.role());
    members.put("parts", parts);
    if (finishReason != null) {
      members.put("finish_reason", finishReason(finishReason));
    }
    described.add(members);
  }

  private List<Map<String, Object>> parts(LlmMessage message) {
    List<Map<String, Object>> parts = new ArrayList<>();
    if (message.toolCallId() != null) {
      parts.add(toolResponse(message.toolCallId(), message.text()));
    } else if (content.onSpans() && message.text() != null) {
      parts.add(part("text", "content", message.text()));
    }
    for (LlmToolCall call : message.toolCalls()) {
      parts.add(toolCall(call));
    }
    return parts;
  }

  private Map<String, Object> toolResponse(String id, @Nullable String response) {
    Map<String, Object> part = part("tool_call_response", "id", id);
    if (content.onSpans() && response != null) {
      part.put("response", response);
    }
    return part;
  }

  private Map<String, Object> toolCall(LlmToolCall call) {
    Map<String, Object> part = part("tool_call", "id", call.id());
    part.put("name", call.name());
    if (content.onSpans() && call.arguments() != null) {
      part.put("arguments", new RawJson(call.arguments()));
    }
    return part;
  }

  private static Map<String, Object> part(String type, String member, String value) {
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("type", type);
    part.put(member, value);
    return part;
  }

  private static boolean isSystem(LlmMessage message) {
    return message.role().equals("system") || message.role().equals("developer");
  }

  /** The conventions' word for a provider's finish reason; other words pass as they are. */
  private static String finishReason(String providersWord) {
    return switch (providersWord) {
      case "tool_calls", "tool_use", "function_call" -> "tool_call";
      case "end_turn", "stop_sequence" -> "stop";
      case "max_tokens" -> "length";
      default -> providersWord;
    };
  }
}
