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
    return TokenUsage.builder()
        .input(Json.tokens(usage, input))
        .output(Json.tokens(usage, output))
        .cacheRead(Json.tokens(in, "cached_tokens"))
        .cacheWrite(Json.tokens(in, "cache_write_tokens"))
        .reasoning(Json.tokens(out, "reasoning_tokens"))
        .audioInput(Json.tokens(in, "audio_tokens"))
        .audioOutput(Json.tokens(out, "audio_tokens"))
        .imageInput(Json.tokens(in, "image_tokens"))
        .imageOutput(Json.tokens(out, "image_tokens"))
        .build();
  }
}
