package io.spanloom.adoption;

import io.spanloom.integrations.testing.Reply;

/** What Gemini answers to one question that takes two tool calls. */
final class GeminiScript {

  static final String ANSWER = "Walden is on shelf 12 and kept for a week.";

  /** The whole conversation: 100, 150 and 200 tokens in, 20 out each time. */
  static Reply[] twoToolsThenAnswer() {
    return new Reply[] {
      toolCall("call_1", "find_book", "{\"title\": \"Walden\"}", 100),
      toolCall("call_2", "reserve_book", "{\"title\": \"Walden\", \"days\": 7}", 150),
      content("{\"text\": \"%s\"}".formatted(ANSWER), 200)
    };
  }

  private static Reply toolCall(String id, String tool, String arguments, int inputTokens) {
    return content(
        "{\"functionCall\": {\"id\": \"%s\", \"name\": \"%s\", \"args\": %s}}"
            .formatted(id, tool, arguments),
        inputTokens);
  }

  private static Reply content(String part, int inputTokens) {
    return Reply.json(
        """
        {"candidates": [{"index": 0, "finishReason": "STOP",
                         "content": {"role": "model", "parts": [%1$s]}}],
         "usageMetadata": {"promptTokenCount": %2$d, "candidatesTokenCount": 20,
                           "totalTokenCount": %3$d},
         "modelVersion": "gemini-2.5-flash", "responseId": "r-%2$d"}
        """
            .formatted(part, inputTokens, inputTokens + 20));
  }

  private GeminiScript() {}
}
