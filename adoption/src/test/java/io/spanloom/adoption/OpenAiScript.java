package io.spanloom.adoption;

import io.spanloom.integrations.testing.Reply;
import java.util.stream.Stream;

/** What OpenAI's chat completions answer to one question that takes two tool calls. */
final class OpenAiScript {

  static final String ANSWER = "Walden is on shelf 12 and kept for a week.";

  /** The whole conversation: 100, 150 and 200 tokens in, 20 out each time. */
  static Reply[] twoToolsThenAnswer() {
    return new Reply[] {
      toolCall("call_1", "find_book", "{\"title\":\"Walden\"}", 100),
      toolCall("call_2", "reserve_book", "{\"title\":\"Walden\",\"days\":7}", 150),
      answer(ANSWER, 200)
    };
  }

  /** The conversations of two agents, one after the other: each takes one tool call. */
  static Stream<Reply> twoAgents() {
    return Stream.of(
        toolCall("call_1", "find_book", "{\"title\":\"Walden\"}", 100),
        answer("Walden is on shelf 12.", 150),
        toolCall("call_2", "reserve_book", "{\"title\":\"Walden\",\"days\":7}", 200),
        answer(ANSWER, 250));
  }

  /** The conversation of an agent without tools. */
  static Reply opinion() {
    return answer("A good book.", 50);
  }

  private static Reply toolCall(String id, String tool, String arguments, int inputTokens) {
    return completion(
        "tool_calls",
        """
        {"role": "assistant", "content": null, "refusal": null, "annotations": [],
         "tool_calls": [{"id": "%s", "type": "function",
                         "function": {"name": "%s", "arguments": "%s"}}]}
        """
            .formatted(id, tool, arguments.replace("\"", "\\\"")),
        inputTokens);
  }

  private static Reply answer(String text, int inputTokens) {
    return completion(
        "stop",
        """
        {"role": "assistant", "content": "%s", "refusal": null, "annotations": []}
        """
            .formatted(text),
        inputTokens);
  }

  private static Reply completion(String finishReason, String message, int inputTokens) {
    return Reply.json(
        """
        {"id": "chatcmpl-%1$d", "object": "chat.completion", "created": 1790000000,
         "model": "gpt-4.1-mini-2025-04-14", "service_tier": "default",
         "choices": [{"index": 0, "finish_reason": "%2$s", "logprobs": null, "message": %3$s}],
         "usage": {"prompt_tokens": %1$d, "completion_tokens": 20, "total_tokens": %4$d,
                   "prompt_tokens_details": {"cached_tokens": 0, "audio_tokens": 0},
                   "completion_tokens_details": {"reasoning_tokens": 0, "audio_tokens": 0}}}
        """
            .formatted(inputTokens, finishReason, message, inputTokens + 20));
  }

  private OpenAiScript() {}
}
