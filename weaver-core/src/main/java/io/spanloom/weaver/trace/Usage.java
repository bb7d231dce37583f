package io.spanloom.weaver.trace;

import org.jspecify.annotations.Nullable;

/**
 * Tokens and cost, each null where unknown.
 *
 * @param input input tokens, cached ones included
 * @param output output tokens, reasoning included
 * @param cached input tokens read from the provider's cache
 * @param cost in USD
 */
public record Usage(
    @Nullable Long input, @Nullable Long output, @Nullable Long cached, @Nullable Double cost) {

  static final Usage NONE = new Usage(null, null, null, null);

  /** What the span says of itself, by OpenTelemetry's or OpenInference's keys. */
  static Usage of(Span span) {
    return new Usage(
        whole(
            span.number(
                "gen_ai.usage.input_tokens",
                "llm.token_count.prompt",
                "gen_ai.usage.prompt_tokens")),
        whole(
            span.number(
                "gen_ai.usage.output_tokens",
                "llm.token_count.completion",
                "gen_ai.usage.completion_tokens")),
        whole(
            span.number(
                "gen_ai.usage.cache_read.input_tokens",
                "llm.token_count.prompt_details.cache_read")),
        fraction(span.number("llm.cost.total", "spanloom.cost.total", "gen_ai.usage.cost")));
  }

  Usage plus(Usage other) {
    return new Usage(
        sum(input, other.input),
        sum(output, other.output),
        sum(cached, other.cached),
        cost == null ? other.cost : other.cost == null ? cost : (Double) (cost + other.cost));
  }

  boolean isKnown() {
    return input != null || output != null || cost != null;
  }

  private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
    return one == null ? other : other == null ? one : (Long) (one + other);
  }

  private static @Nullable Long whole(@Nullable Number number) {
    return number == null ? null : number.longValue();
  }

  private static @Nullable Double fraction(@Nullable Number number) {
    return number == null ? null : number.doubleValue();
  }
}
