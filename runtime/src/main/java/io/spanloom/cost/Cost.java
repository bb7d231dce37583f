package io.spanloom.cost;

import org.jspecify.annotations.Nullable;

/**
 * What one model call cost, in US dollars.
 *
 * @param prompt the input tokens, cached ones and audio at their own price
 * @param completion the output tokens, reasoning and audio included
 * @param details what of it is known apart
 */
public record Cost(double prompt, double completion, Details details) {

  /** A cost of which nothing is known apart. */
  public Cost(double prompt, double completion) {
    this(prompt, completion, Details.NONE);
  }

  /** Both together. */
  public double total() {
    return prompt + completion;
  }

  /**
   * Parts of the two sums; {@code null} where the provider does not count such tokens.
   *
   * @param cacheRead the input tokens read from a cache
   * @param cacheWrite the input tokens written to a cache
   * @param audioInput the audio among the input tokens
   * @param reasoning the output tokens spent on reasoning
   * @param audioOutput the audio among the output tokens
   */
  public record Details(
      @Nullable Double cacheRead,
      @Nullable Double cacheWrite,
      @Nullable Double audioInput,
      @Nullable Double reasoning,
      @Nullable Double audioOutput) {

    static final Details NONE = new Details(null, null, null, null, null);
  }
}
