package io.spanloom.internal.role;

import io.spanloom.internal.call.ContentWriter;
import io.spanloom.internal.content.ContentPart;
import io.spanloom.internal.content.ContentPolicy;
import io.spanloom.internal.content.RawJson;
import io.spanloom.internal.convention.Captured;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmResponse;
import io.spanloom.llm.LlmToolCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model's answer as a call's output: its text, or the tool calls it asks for instead. */
final class ModelOutput {

  private ModelOutput() {}

  /** The first message as an output; {@code null} if it says nothing in words. */
  static @Nullable Captured of(ContentWriter content, LlmResponse answer) {
    List<LlmMessage> messages = answer.messages();
    if (messages.isEmpty()) {
      return null;
    }
    LlmMessage first = messages.get(0);
    String text = first.text();
    if (text != null && !(text.isEmpty() && !first.toolCalls().isEmpty())) {
      return content.text(ContentPart.OUTPUT, ContentPart.OUTPUT_TEXT, text);
    }
    return first.toolCalls().isEmpty() ? null : toolCalls(content.policy(), first.toolCalls());
  }

  /** In the shape that OpenInference shows (LLM spans), but for arguments, which stay JSON. */
  private static Captured toolCalls(ContentPolicy policy, List<LlmToolCall> calls) {
    List<Map<String, Object>> shown = new ArrayList<>(calls.size());
    for (LlmToolCall call : calls) {
      Map<String, Object> function = new LinkedHashMap<>();
      function.put("name", call.name());
      if (call.arguments() != null) {
        function.put(
            "arguments", policy.shown(ContentPart.OUTPUT_ARGUMENTS, new RawJson(call.arguments())));
      }
      Map<String, Object> each = new LinkedHashMap<>();
      if (call.id() != null) {
        each.put("id", call.id());
      }
      each.put("type", "function");
      each.put("function", function);
      shown.add(each);
    }
    return new Captured(policy.json(ContentPart.OUTPUT, Map.of("tool_calls", shown)), true);
  }
}
