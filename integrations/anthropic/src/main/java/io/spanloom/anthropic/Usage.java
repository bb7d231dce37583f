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

  /**
   * The price class: the service tier ({@code batch}, {@code priority}), or the speed where that is
   * not the usual one.
   */
  static @Nullable String serviceTier(JsonNode usage) {
    String speed = Json.text(usage, "speed");
    return speed == null || speed.equals("standard") ? Json.text(usage, "service_tier") : speed;
  }

  /** What a message begins with: its count of output is of what has been sent so far. */
  static @Nullable TokenUsage atStart(JsonNode usage) {
    TokenUsage complete = of(usage);
    return complete == null ? null : complete.toBuilder().output(null).reasoning(null).build();
  }

  /** A stream's counts grow; what a later event does not mention stays. */
  static TokenUsage merged(JsonNode usage, TokenUsage before) {
    JsonNode written = usage.path("cache_creation");
    Long hour = or(Json.tokens(written, "ephemeral_1h_input_tokens"), before.cacheWrite1h());
    Long read = or(Json.tokens(usage, "cache_read_input_tokens"), before.cacheRead());
    Long write = or(written(usage, written), before.cacheWrite());
    Long rest = or(Json.tokens(usage, "input_tokens"), rest(before));
    JsonNode output = usage.path("output_tokens_details");
    return TokenUsage.builder()
        .input(rest == null ? null : TokenUsage.sum(rest, read, write))
        .output(or(Json.tokens(usage, "output_tokens"), before.output()))
        .cacheRead(read)
        .cacheWrite(write)
        .cacheWrite1h(hour)
        .reasoning(or(Json.tokens(output, "thinking_tokens"), before.reasoning()))
        .build();
  }

  private static @Nullable Long written(JsonNode usage, JsonNode byDuration) {
    Long all = Json.tokens(usage, "cache_creation_input_tokens");
    return all != null
        ? all
        : TokenUsage.sum(
            Json.tokens(byDuration, "ephemeral_5m_input_tokens"),
            Json.tokens(byDuration, "ephemeral_1h_input_tokens"));
  }

  private static @Nullable Long rest(TokenUsage usage) {
    Long input = usage.input();
    return input == null || input < 0
        ? input
        : Long.valueOf(input - orNone(usage.cacheRead()) - orNone(usage.cacheWrite()));
  }

  private static @Nullable Long or(@Nullable Long number, @Nullable Long otherwise) {
    return number == null ? otherwise : number;
  }

  private static long orNone(@Nullable Long number) {
    return number == null ? 0 : number;
  }
}
