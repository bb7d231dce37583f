package io.spanloom.anthropic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.spanloom.integrations.testing.Reply;
import java.util.List;

/** Anthropic's responses, in the shapes of its API reference. */
final class AnthropicResponses {

  static final String TOOL_CALLS =
      """
      {
        "id": "msg_01", "type": "message", "role": "assistant",
        "model": "claude-sonnet-4-20250514",
        "content": [
          {"type": "thinking", "thinking": "Two searches and a statute.", "signature": "c2ln"},
          {"type": "text", "text": "I will look that up."},
          {"type": "tool_use", "id": "toolu_01", "name": "case_search",
           "input": {"query": "duty of care"}},
          {"type": "tool_use", "id": "toolu_02", "name": "case_search",
           "input": {"query": "negligence"}},
          {"type": "tool_use", "id": "toolu_03", "name": "statute_lookup", "input": {}}
        ],
        "stop_reason": "tool_use", "stop_sequence": null,
        "usage": {
          "input_tokens": 20, "cache_creation_input_tokens": 36, "cache_read_input_tokens": 64,
          "cache_creation": {"ephemeral_5m_input_tokens": 36, "ephemeral_1h_input_tokens": 0},
          "output_tokens": 45, "output_tokens_details": {"thinking_tokens": 7},
          "service_tier": "standard"
        }
      }
      """;

  static final String TEXT =
      """
      {
        "id": "msg_02", "type": "message", "role": "assistant",
        "model": "claude-sonnet-4-20250514",
        "content": [{"type": "text", "text": "A duty not to harm."}],
        "stop_reason": "end_turn", "stop_sequence": null,
        "usage": {"input_tokens": 190, "output_tokens": 12}
      }
      """;

  /** The same two turns, streamed. */
  static final List<String> STREAMED_TOOL_CALLS =
      List.of(
          """
          {"type": "message_start", "message": {
            "id": "msg_01", "type": "message", "role": "assistant",
            "model": "claude-sonnet-4-20250514", "content": [],
            "stop_reason": null, "stop_sequence": null,
            "usage": {"input_tokens": 20, "cache_creation_input_tokens": 36,
                      "cache_read_input_tokens": 64, "output_tokens": 1}}}
          """,
          """
          {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}}
          """,
          "{\"type\": \"ping\"}",
          text(0, "I will "),
          text(0, "look that up."),
          stop(0),
          toolUse(1, "toolu_01", "case_search"),
          input(1, ""),
          input(1, "{\"query\": \"duty"),
          input(1, " of care\"}"),
          stop(1),
          toolUse(2, "toolu_02", "case_search"),
          input(2, "{\"query\": \"negligence\"}"),
          stop(2),
          toolUse(3, "toolu_03", "statute_lookup"),
          input(3, ""),
          stop(3),
          """
          {"type": "message_delta", "delta": {"stop_reason": "tool_use", "stop_sequence": null},
           "usage": {"output_tokens": 45}}
          """,
          "{\"type\": \"message_stop\"}");

  static final List<String> STREAMED_TEXT =
      List.of(
          """
          {"type": "message_start", "message": {
            "id": "msg_02", "type": "message", "role": "assistant",
            "model": "claude-sonnet-4-20250514", "content": [],
            "stop_reason": null, "stop_sequence": null,
            "usage": {"input_tokens": 190, "output_tokens": 1}}}
          """,
          """
          {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}}
          """,
          text(0, "A duty not to harm."),
          stop(0),
          """
          {"type": "message_delta", "delta": {"stop_reason": "end_turn", "stop_sequence": null},
           "usage": {"input_tokens": 190, "output_tokens": 12}}
          """,
          "{\"type\": \"message_stop\"}");

  static final String RATE_LIMITED =
      """
      {"type": "error", "error": {"type": "rate_limit_error", "message": "Slow down"},
       "request_id": "req_1"}
      """;

  static final String OVERLOADED =
      """
      {"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}}
      """;

  private AnthropicResponses() {}

  /** A stream of events, each under its own name. */
  static Reply events(List<String> events) {
    return Reply.events(events.stream().map(AnthropicResponses::event).toArray(String[]::new));
  }

  private static String event(String data) {
    try {
      ObjectMapper json = new ObjectMapper();
      String type = json.readTree(data).get("type").textValue();
      return "event: " + type + "\ndata: " + json.readTree(data);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }

  private static String text(int index, String text) {
    return """
        {"type": "content_block_delta", "index": %d,
         "delta": {"type": "text_delta", "text": "%s"}}
        """
        .formatted(index, text);
  }

  private static String toolUse(int index, String id, String name) {
    return """
        {"type": "content_block_start", "index": %d,
         "content_block": {"type": "tool_use", "id": "%s", "name": "%s", "input": {}}}
        """
        .formatted(index, id, name);
  }

  private static String input(int index, String part) {
    return """
        {"type": "content_block_delta", "index": %d,
         "delta": {"type": "input_json_delta", "partial_json": "%s"}}
        """
        .formatted(index, part.replace("\"", "\\\""));
  }

  private static String stop(int index) {
    return "{\"type\": \"content_block_stop\", \"index\": " + index + "}";
  }
}
