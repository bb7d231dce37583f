package io.spanloom.replay;

import org.jspecify.annotations.Nullable;

/** What OpenAI streams, in the shapes of its API reference. */
public final class OpenAiStreams {

  private static final String USAGE =
      """
      data: {"id":"chatcmpl-2","object":"chat.completion.chunk","created":1760000001,"model":"gpt-4.1-mini-2025-04-14","choices":[],"usage":{"prompt_tokens":190,"completion_tokens":12,"total_tokens":202,"prompt_tokens_details":{"cached_tokens":128},"completion_tokens_details":{"reasoning_tokens":4}}}
      """;

  private static final String DONE = "data: [DONE]";

  /** Asks for tool calls, in parts. */
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

  /** The answer, in parts; usage in the last one. */
  public static final Reply ANSWER =
      Reply.events(
          chunk("{\"role\":\"assistant\",\"content\":\"\"}", null),
          chunk("{\"content\":\"A duty \"}", null),
          chunk("{\"content\":\"not to harm.\"}", null),
          chunk("{}", "stop"),
          USAGE,
          DONE);

  /** An answer that does not say what it used. */
  public static final Reply WITHOUT_USAGE =
      Reply.events(
          chunk("{\"role\":\"assistant\",\"content\":\"A duty not to harm.\"}", null),
          chunk("{}", "stop"),
          DONE);

  /** The server dies in the middle of an answer. */
  public static final Reply BROKEN =
      Reply.events(
              chunk("{\"role\":\"assistant\",\"content\":\"\"}", null),
              chunk("{\"content\":\"A duty \"}", null))
          .broken();

  private OpenAiStreams() {}

  /** Asks for one call of {@code case_search}. */
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

  /** An answer with other figures than {@link #ANSWER}. */
  public static Reply answer(int inputTokens, int outputTokens) {
    return Reply.events(
        chunk("{\"role\":\"assistant\",\"content\":\"\"}", null),
        chunk("{\"content\":\"A duty not to harm.\"}", null),
        chunk("{}", "stop"),
        usage(inputTokens, outputTokens),
        DONE);
  }

  private static String usage(int inputTokens, int outputTokens) {
    return USAGE.replaceFirst(
        "\"usage\":.*}", "\"usage\":" + OpenAiAnswers.usage(inputTokens, outputTokens) + "}");
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
