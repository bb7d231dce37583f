package io.spanloom.adoption;

import io.spanloom.integrations.testing.Reply;

/** What Anthropic answers to one question that takes two tool calls. */
final class AnthropicScript {

  static final String ANSWER = "Walden is on shelf 12 and kept for a week.";

  /** The whole conversation: 100, 150 and 200 tokens in, 20 out each time. */
  static Reply[] twoToolsThenAnswer() {
    return new Reply[] {
      toolUse("call_1", "find_book", "{\"title\": \"Walden\"}", 100),
      toolUse("call_2", "reserve_book", "{\"title\": \"Walden\", \"days\": 7}", 150),
      message("end_turn", "{\"type\": \"text\", \"text\": \"%s\"}".formatted(ANSWER), 200)
    };
  }

  private static Reply toolUse(String id, String tool, String input, int inputTokens) {
    return message(
        "tool_use",
        "{\"type\": \"tool_use\", \"id\": \"%s\", \"name\": \"%s\", \"input\": %s}"
            .formatted(id, tool, input),
        inputTokens);
  }

  private static Reply message(String stopReason, String block, int inputTokens) {
    return Reply.json(
        """
        {"id": "msg_%1$d", "type": "message", "role": "assistant",
         "model": "claude-sonnet-4-20250514", "content": [%2$s],
         "stop_reason": "%3$s", "stop_sequence": null,
         "usage": {"input_tokens": %1$d, "output_tokens": 20}}
        """
            .formatted(inputTokens, block, stopReason));
  }

  private AnthropicScript() {}
}
