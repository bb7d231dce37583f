package io.spanloom.internal.convention;

import io.spanloom.internal.content.BoundedJson;
import io.spanloom.internal.content.ContentPart;
import io.spanloom.internal.content.ContentPolicy;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.LlmTool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messages as the JSON of the GenAI conventions: {@code [{role, parts: [{type, …}]}]}.
 *
 * <p>Without content the parts that tie tool calls together remain, ids and names, and where there
 * are any, the roles of all messages.
 */
final class GenAiMessages {

  /** The schema requires a finish reason, and the provider gave none. */
  private static final String UNKNOWN = "unknown";

  private final ContentPolicy content;

  GenAiMessages(ContentPolicy content) {
    this.content = content;
  }

  void request(LlmRequest request, AttributeMappings keys, AttributeSink out) {
    List<LlmMessage> messages = request.messages();
    keys.put(SpanRole.LLM, SpanProperty.SYSTEM_INSTRUCTIONS, systemInstructions(messages), out);
    keys.put(SpanRole.LLM, SpanProperty.INPUT_MESSAGES, input(messages), out);
    keys.put(SpanRole.LLM, SpanProperty.TOOL_DEFINITIONS, toolDefinitions(request.tools()), out);
  }

  void response(LlmResponse response, AttributeMappings keys, AttributeSink out) {
    keys.put(SpanRole.LLM, SpanProperty.OUTPUT_MESSAGES, output(response), out);
  }

  /** A text that an agent or a workflow was given. */
  String ofUser(String text) {
    return json(List.of(message("user", text, null)));
  }

  /** A text that an agent or a workflow gave back. */
  String ofAssistant(String text) {
    return json(List.of(message("assistant", text, "stop")));
  }

  private static VisibleMessage message(String role, String text, @Nullable String finishReason) {
    GenAiPart part = new GenAiPart.Simple("text", null, null, "content", text, true);
    return new VisibleMessage(role, List.of(part), finishReason);
  }

  /**
   * The messages but for the system's, which are instructions. Without content there are no
   * instructions; if a message has a tool call or result, all are there by their roles, at the
   * places they have in other conventions.
   */
  private @Nullable String input(List<LlmMessage> messages) {
    if (isSilent(messages)) {
      return null;
    }
    GenAiParts parts = new GenAiParts(content, Direction.INPUT);
    List<VisibleMessage> visible = new ArrayList<>(messages.size());
    for (LlmMessage message : messages) {
      if (!content.allowed() || !isSystem(message)) {
        visible.add(new VisibleMessage(message.role(), parts.of(message), null));
      }
    }
    return visible.isEmpty() ? null : json(visible);
  }

  private @Nullable String output(LlmResponse response) {
    List<LlmMessage> messages = response.messages();
    if (isSilent(messages)) {
      return null;
    }
    List<String> reasons = response.finishReasons();
    GenAiParts parts = new GenAiParts(content, Direction.OUTPUT);
    List<VisibleMessage> visible = new ArrayList<>(messages.size());
    for (int i = 0; i < messages.size(); i++) {
      LlmMessage message = messages.get(i);
      String reason = finishReason(i < reasons.size() ? reasons.get(i) : null, message);
      visible.add(new VisibleMessage(message.role(), parts.of(message), reason));
    }
    return json(visible);
  }

  /** Without content a list of nothing but roles would tell nothing. */
  private boolean isSilent(List<LlmMessage> messages) {
    if (content.allowed()) {
      return messages.isEmpty();
    }
    for (LlmMessage message : messages) {
      boolean result = message.toolCallId() != null || message.role().equals("tool");
      if (result || !message.toolCalls().isEmpty() || GenAiParts.hasTools(message.parts())) {
        return false;
      }
    }
    return true;
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

  private String json(List<VisibleMessage> visible) {
    MessageBudget budget = new MessageBudget(content);
    for (VisibleMessage message : visible) {
      budget.structure();
      for (GenAiPart part : message.parts) {
        part.count(budget);
      }
    }
    return content.ownJson(out -> write(visible, budget, out));
  }

  private static void write(List<VisibleMessage> visible, MessageBudget budget, BoundedJson out)
      throws IOException {
    out.startArray();
    for (VisibleMessage message : visible) {
      if (out.goesOn() && out.hasRoom(message.minimum())) {
        message.write(budget, out);
      }
    }
    out.endArray();
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
  private static String finishReason(@Nullable String providersWord, LlmMessage message) {
    if (providersWord == null || providersWord.isEmpty()) {
      return message.toolCalls().isEmpty() ? UNKNOWN : "tool_call";
    }
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

  /** What may be shown of a message. */
  private record VisibleMessage(String role, List<GenAiPart> parts, @Nullable String finishReason) {

    int minimum() {
      return MessageBudget.STRUCTURE
          + role.length()
          + (finishReason == null ? 0 : finishReason.length());
    }

    void write(MessageBudget budget, BoundedJson out) throws IOException {
      out.startObject();
      out.required("role", role);
      out.requiredArray("parts");
      int reserved = finishReason == null ? 0 : finishReason.length() + "finish_reason".length();
      for (GenAiPart part : parts) {
        if (out.hasRoom(part.minimum() + reserved)) {
          part.write(budget, out);
        }
      }
      out.endArray();
      if (finishReason != null) {
        out.required("finish_reason", finishReason);
      }
      out.endObject();
    }
  }
}
