package io.spanloom.integrations.testing;

import org.jspecify.annotations.Nullable;

/** OpenAI's streamed responses, in the shapes of its API reference. */
public final class OpenAiStreams {

  private static final String USAGE =
      """
      data: {"id":"chatcmpl-2","object":"chat.completion.chunk","created":1760000001,"model":"gpt-4.1-mini-2025-04-14","choices":[],"usage":{"prompt_tokens":190,"completion_tokens":12,"total_tokens":202,"prompt_tokens_details":{"cached_tokens":128},"completion_tokens_details":{"reasoning_tokens":4}}}
      """;

  private static final String DONE = "data: [DONE]";

  /** A response with tool calls, in parts. */
  public static final Reply TOOL_CALLS =
      Reply.events(
          chunk("{\"role\":\"assistant\",\"content\":null}", null),
          chunk(
              "{\"tool_calls\":[{\"index\":0,\"id\":\"call_1\",\"type\":\"function\",\"function\":{\"name\":\"case_search\",\"arguments\":\"\"}}]}",
              null),
          chunk(
              "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{\\\"query\\\":\\\"duty\"}}]}",
              null),
          chunk(
              "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\" of care\\\"}\"}}]}",
              null),
          chunk(
              "{\"tool_calls\":[{\"index\":1,\"id\":\"call_2\",\"type\":\"function\",\"function\":{\"name\":\"case_search\",\"arguments\":\"{\\\"query\\\":\\\"negligence\\\"}\"}}]}",
              null),
          chunk("{}", "tool_calls"),
          USAGE,
          DONE);

  /** A response of text, in parts; usage in the last one. */
  public static final Reply TEXT =
      Reply.events(
          chunk("{\"role\":\"assistant\",\"content\":\"\"}", null),
          chunk("{\"content\":\"A duty \"}", null),
          chunk("{\"content\":\"not to harm.\"}", null),
          chunk("{}", "stop"),
          USAGE,
          DONE);

  /** A response without usage. */
  public static final Reply WITHOUT_USAGE =
      Reply.events(
          chunk("{\"role\":\"assistant\",\"content\":\"A duty not to harm.\"}", null),
          chunk("{}", "stop"),
          DONE);

  /** A response that breaks off in the middle. */
  public static final Reply BROKEN =
      Reply.events(
              chunk("{\"role\":\"assistant\",\"content\":\"\"}", null),
              chunk("{\"content\":\"A duty \"}", null))
          .broken();

  private OpenAiStreams() {}

  /** A response with one call of {@code case_search}. */
  public static Reply toolCall(String id, int inputTokens, int outputTokens) {
    return Reply.events(
        chunk("{\"role\":\"assistant\",\"content\":null}", null),
        chunk(
            """
            {"tool_calls":[{"index":0,"id":"%1$s","type":"function","function":\
            {"name":"case_search","arguments":"{\\"query\\":\\"%1$s\\"}"}}]}"""
                .formatted(id),
            null),
        chunk("{}", "tool_calls"),
        usage(inputTokens, outputTokens),
        DONE);
  }

  /** A streamed text with a usage of its own. */
  public static Reply text(int inputTokens, int outputTokens) {
    return Reply.events(
        chunk("{\"role\":\"assistant\",\"content\":\"\"}", null),
        chunk("{\"content\":\"A duty not to harm.\"}", null),
        chunk("{}", "stop"),
        usage(inputTokens, outputTokens),
        DONE);
  }

  private static String usage(int inputTokens, int outputTokens) {
    return USAGE.replaceFirst(
        "\"usage\":.*}", "\"usage\":" + OpenAiResponses.usage(inputTokens, outputTokens) + "}");
  }

  private static String chunk(String delta, @Nullable String finishReason) {
    String reason = finishReason == null ? "null" : '"' + finishReason + '"';
    return "data: {\"id\":\"chatcmpl-2\",\"object\":\"chat.completion.chunk\",\"created\":1760000001,"
        + "\"model\":\"gpt-4.1-mini-2025-04-14\",\"choices\":[{\"index\":0,\"delta\":"
        + delta
        + ",\"logprobs\":null,\"finish_reason\":"
        + reason
        + "}]}";
  }
}
