package io.spanloom.integrations.testing;

/** OpenAI's responses, in the shapes of its API reference. */
public final class OpenAiResponses {

  /** A response with three tool calls. */
  public static final String TOOL_CALLS =
      """
      {
        "id": "chatcmpl-1", "object": "chat.completion", "created": 1760000000,
        "model": "gpt-4.1-mini-2025-04-14",
        "choices": [{
          "index": 0, "finish_reason": "tool_calls", "logprobs": null,
          "message": {
            "role": "assistant", "content": null, "refusal": null,
            "tool_calls": [
              {"id": "call_1", "type": "function",
               "function": {"name": "case_search", "arguments": "{\\"query\\":\\"duty of care\\"}"}},
              {"id": "call_2", "type": "function",
               "function": {"name": "case_search", "arguments": "{\\"query\\":\\"negligence\\"}"}},
              {"id": "call_3", "type": "function",
               "function": {"name": "statute_lookup", "arguments": "{\\"section\\":3}"}}
            ]
          }
        }],
        "usage": {
          "prompt_tokens": 120, "completion_tokens": 45, "total_tokens": 165,
          "prompt_tokens_details": {"cached_tokens": 64, "audio_tokens": 0},
          "completion_tokens_details": {"reasoning_tokens": 7, "audio_tokens": 0}
        }
      }
      """;

  /** A response of text. */
  public static final String TEXT =
      """
      {
        "id": "chatcmpl-2", "object": "chat.completion", "created": 1760000001,
        "model": "gpt-4.1-mini-2025-04-14",
        "choices": [{
          "index": 0, "finish_reason": "stop", "logprobs": null,
          "message": {"role": "assistant", "content": "A duty not to harm.", "refusal": null}
        }],
        "usage": {"prompt_tokens": 190, "completion_tokens": 12, "total_tokens": 202}
      }
      """;

  /** The error response of status 429. */
  public static final String RATE_LIMITED =
      """
      {"error": {"message": "Slow down", "type": "requests", "param": null,
                 "code": "rate_limit_exceeded"}}
      """;

  /** Two vectors. */
  public static final String EMBEDDINGS =
      """
      {
        "object": "list", "model": "text-embedding-3-small",
        "data": [
          {"object": "embedding", "index": 0, "embedding": [0.1, 0.2, 0.3]},
          {"object": "embedding", "index": 1, "embedding": [0.4, 0.5, 0.6]}
        ],
        "usage": {"prompt_tokens": 9, "total_tokens": 9}
      }
      """;

  /** One vector. */
  public static final String EMBEDDING =
      """
      {
        "object": "list", "model": "text-embedding-3-small",
        "data": [{"object": "embedding", "index": 0, "embedding": [0.1, 0.2, 0.3]}],
        "usage": {"prompt_tokens": 9, "total_tokens": 9}
      }
      """;

  private OpenAiResponses() {}

  /** A response with one call of {@code case_search}. */
  public static String toolCall(String id, int inputTokens, int outputTokens) {
    return """
        {
          "id": "chatcmpl-%1$s", "object": "chat.completion", "created": 1760000000,
          "model": "gpt-4.1-mini-2025-04-14",
          "choices": [{
            "index": 0, "finish_reason": "tool_calls", "logprobs": null,
            "message": {
              "role": "assistant", "content": null, "refusal": null,
              "tool_calls": [
                {"id": "%1$s", "type": "function",
                 "function": {"name": "case_search", "arguments": "{\\"query\\":\\"%1$s\\"}"}}
              ]
            }
          }],
          "usage": %2$s
        }
        """
        .formatted(id, usage(inputTokens, outputTokens));
  }

  /** A response of text with a usage of its own. */
  public static String text(int inputTokens, int outputTokens) {
    return TEXT.replaceFirst("\"usage\": \\{.*}", "\"usage\": " + usage(inputTokens, outputTokens));
  }

  static String usage(int inputTokens, int outputTokens) {
    return "{\"prompt_tokens\":%d,\"completion_tokens\":%d,\"total_tokens\":%d}"
        .formatted(inputTokens, outputTokens, inputTokens + outputTokens);
  }
}
