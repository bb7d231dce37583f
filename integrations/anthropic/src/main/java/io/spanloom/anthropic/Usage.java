package io.spanloom.anthropic;

import com.fasterxml.jackson.databind.JsonNode;
import io.spanloom.llm.TokenUsage;
import org.jspecify.annotations.Nullable;

/**
 * Reads token counts. Anthropic counts input apart that it wrote to its cache or read from there;
 * the conventions' input holds all three.
 */
final class Usage {

  private Usage() {}

  static @Nullable TokenUsage of(JsonNode usage) {
    return usage.isObject() ? merged(usage, TokenUsage.UNKNOWN) : null;
  }

  /** What a message begins with: its count of output is of what has been sent so far. */
  static @Nullable TokenUsage atStart(JsonNode usage) {
    TokenUsage complete = of(usage);
    return complete == null
        ? null
        : new TokenUsage(complete.input(), null, complete.cacheRead(), complete.cacheWrite(), null);
  }

  /** A stream's counts grow; what a later event does not mention stays. */
  static TokenUsage merged(JsonNode usage, TokenUsage before) {
    Long read = or(Json.number(usage, "cache_read_input_tokens"), before.cacheRead());
    Long write = or(Json.number(usage, "cache_creation_input_tokens"), before.cacheWrite());
    Long rest = or(Json.number(usage, "input_tokens"), rest(before));
    return new TokenUsage(
        rest == null ? null : rest + orNone(read) + orNone(write),
        or(Json.number(usage, "output_tokens"), before.output()),
        read,
        write,
        or(
            Json.number(usage.path("output_tokens_details"), "thinking_tokens"),
            before.reasoning()));
  }

  private static @Nullable Long rest(TokenUsage usage) {
    Long input = usage.input();
    return input == null ? null : input - orNone(usage.cacheRead()) - orNone(usage.cacheWrite());
  }

  private static @Nullable Long or(@Nullable Long number, @Nullable Long otherwise) {
    return number == null ? otherwise : number;
  }

  private static long orNone(@Nullable Long number) {
    return number == null ? 0 : number;
  }
}
