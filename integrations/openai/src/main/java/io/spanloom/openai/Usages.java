package io.spanloom.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.core.JsonField;
import io.spanloom.llm.TokenUsage;
import org.jspecify.annotations.Nullable;

/** Reads the tokens used, in the shapes of the several endpoints. */
final class Usages {

  private Usages() {}

  /** Of a chat completion, a completion or embeddings. */
  static @Nullable TokenUsage ofCompletion(JsonField<?> usage) {
    return read(
        Json.of(usage),
        "prompt_tokens",
        "completion_tokens",
        "prompt_tokens_details",
        "completion_tokens_details");
  }

  /** Of a response. */
  static @Nullable TokenUsage ofResponse(JsonField<?> usage) {
    return read(
        Json.of(usage),
        "input_tokens",
        "output_tokens",
        "input_tokens_details",
        "output_tokens_details");
  }

  private static @Nullable TokenUsage read(
      JsonNode usage, String input, String output, String inputDetails, String outputDetails) {
    if (!usage.isObject()) {
      return null;
    }
    JsonNode in = usage.path(inputDetails);
    JsonNode out = usage.path(outputDetails);
    return new TokenUsage(
        Json.number(usage, input),
        Json.number(usage, output),
        Json.number(in, "cached_tokens"),
        Json.number(in, "cache_write_tokens"),
        Json.number(out, "reasoning_tokens"),
        Json.number(in, "audio_tokens"),
        Json.number(out, "audio_tokens"));
  }
}
