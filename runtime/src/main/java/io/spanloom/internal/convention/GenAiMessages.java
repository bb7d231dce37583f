package io.spanloom.internal.convention;

import io.spanloom.internal.content.BoundedJson;
import io.spanloom.internal.content.ContentPart;
import io.spanloom.internal.content.ContentPolicy;
import io.spanloom.internal.content.RawJson;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.LlmTool;
import io.spanloom.llm.LlmToolCall;
import java.io.IOException;
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

  void request(LlmRequest request, AttributeMappings keys, AttributeSink out) {
    List<LlmMessage> messages = request.messages();
    keys.put(SpanRole.LLM, SpanProperty.SYSTEM_INSTRUCTIONS, systemInstructions(messages), out);
    keys.put(SpanRole.LLM, SpanProperty.INPUT_MESSAGES, input(messages), out);
    keys.put(SpanRole.LLM, SpanProperty.TOOL_DEFINITIONS, toolDefinitions(request.tools()), out);
  }

  void response(LlmResponse response, AttributeMappings keys, AttributeSink out) {
    keys.put(SpanRole.LLM, SpanProperty.OUTPUT_MESSAGES, output(response), out);
  }

  /** {@link LlmRequest#messages} but for the system's, or {@code null} if nothing may be said. */
  private @Nullable String input(List<LlmMessage> messages) {
    List<VisibleMessage> visible = new ArrayList<>(messages.size());
    for (LlmMessage message : messages) {
      if (!isSystem(message)) {
        addIfVisible(visible, message, null, Direction.INPUT);
      }
    }
    return json(visible);
  }

  /** {@link LlmResponse#messages}, or {@code null} if nothing may be said. */
  private @Nullable String output(LlmResponse response) {
    List<LlmMessage> messages = response.messages();
    List<String> reasons = response.finishReasons();
    List<VisibleMessage> visible = new ArrayList<>(messages.size());
    for (int i = 0; i < messages.size(); i++) {
      String reason = i < reasons.size() ? reasons.get(i) : null;
      addIfVisible(visible, messages.get(i), reason, Direction.OUTPUT);
    }
    return json(visible);
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

  private void addIfVisible(
      List<VisibleMessage> visible,
      LlmMessage message,
      @Nullable String finishReason,
      Direction direction) {
    List<Part> parts = parts(message, direction);
    if (!parts.isEmpty()) {
      String reason = finishReason == null ? null : finishReason(finishReason, message);
      visible.add(new VisibleMessage(message.role(), parts, reason));
    }
  }

  private List<Part> parts(LlmMessage message, Direction direction) {
    List<LlmToolCall> calls = message.toolCalls();
    Part text = textPart(message, direction);
    if (calls.isEmpty()) {
      return text == null ? List.of() : List.of(text);
    }
    List<Part> parts = new ArrayList<>(calls.size() + 1);
    if (text != null) {
      parts.add(text);
    }
    for (LlmToolCall call : calls) {
      String arguments = call.arguments();
      Object shown =
          content.allowed() && arguments != null
              ? content.shown(direction.arguments(), new RawJson(arguments))
              : null;
      parts.add(new Part("tool_call", call.id(), call.name(), "arguments", shown));
    }
    return parts;
  }

  private @Nullable Part textPart(LlmMessage message, Direction direction) {
    String text = message.text();
    Object shown = content.allowed() && text != null ? content.shown(direction.text(), text) : null;
    if (message.toolCallId() != null || message.role().equals("tool")) {
      return new Part("tool_call_response", message.toolCallId(), null, "response", shown);
    }
    return shown == null ? null : new Part("text", null, null, "content", shown);
  }

  private @Nullable String json(List<VisibleMessage> visible) {
    if (visible.isEmpty()) {
      return null;
    }
    MessageBudget budget = new MessageBudget(content);
    for (VisibleMessage message : visible) {
      budget.structure();
      for (Part part : message.parts) {
        part.count(budget);
      }
    }
    return content.ownJson(out -> write(visible, budget, out));
  }

  private static void write(List<VisibleMessage> visible, MessageBudget budget, BoundedJson out)
      throws IOException {
    out.startArray();
    for (VisibleMessage message : visible) {
      if (out.goesOn()) {
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

  /** A message as far as something may be said of it. */
  private record VisibleMessage(String role, List<Part> parts, @Nullable String finishReason) {

    void write(MessageBudget budget, BoundedJson out) throws IOException {
      out.startObject();
      out.member("role", role);
      if (out.startArray("parts")) {
        for (Part part : parts) {
          if (out.goesOn()) {
            part.write(budget, out);
          }
        }
        out.endArray();
      }
      out.member("finish_reason", finishReason);
      out.endObject();
    }
  }

  private record Part(
      String type,
      @Nullable String id,
      @Nullable String name,
      String textName,
      @Nullable Object text) {

    void count(MessageBudget budget) {
      budget.structure();
      budget.kept(type);
      budget.kept(id);
      budget.kept(name);
      budget.text(text);
    }

    void write(MessageBudget budget, BoundedJson out) throws IOException {
      out.startObject();
      out.member("type", type);
      out.member("id", id);
      out.member("name", name);
      out.member(textName, budget.fitted(text));
      out.endObject();
    }
  }
}
