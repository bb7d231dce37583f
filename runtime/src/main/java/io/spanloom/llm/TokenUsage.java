package io.spanloom.llm;

import org.jspecify.annotations.Nullable;

/**
 * The tokens one model call used; {@code null} means the provider does not say.
 *
 * @param input input tokens, those read from or written to a cache included (GenAI conventions)
 * @param output output tokens, those spent on reasoning included
 * @param cacheRead the part of {@code input} that was read from the provider's cache
 * @param cacheWrite the part of {@code input} that was written to the provider's cache
 * @param reasoning the part of {@code output} that was spent on reasoning
 * @param audioInput the part of {@code input} that was audio
 * @param audioOutput the part of {@code output} that was audio
 */
public record TokenUsage(
    @Nullable Long input,
    @Nullable Long output,
    @Nullable Long cacheRead,
    @Nullable Long cacheWrite,
    @Nullable Long reasoning,
    @Nullable Long audioInput,
    @Nullable Long audioOutput) {

  /** Usage of which nothing is known. */
  public static final TokenUsage UNKNOWN = new TokenUsage(null, null, null, null, null);

  /** Usage without figures for audio. */
  public TokenUsage(
      @Nullable Long input,
      @Nullable Long output,
      @Nullable Long cacheRead,
      @Nullable Long cacheWrite,
      @Nullable Long reasoning) {
    this(input, output, cacheRead, cacheWrite, reasoning, null, null);
  }

  /** Usage of which only the two main figures are known. */
  public static TokenUsage of(long input, long output) {
    return new TokenUsage(input, output, null, null, null);
  }

  /** All tokens together, or {@code null} if either main figure is unknown. */
  public @Nullable Long total() {
    return input == null || output == null ? null : input + output;
  }
}
