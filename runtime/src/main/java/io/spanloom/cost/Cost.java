package io.spanloom.cost;

import org.jspecify.annotations.Nullable;

/**
 * What one model call cost, in US dollars.
 *
 * @param prompt the input tokens, cached ones and audio at their own price
 * @param completion the output tokens, reasoning and audio included
 * @param request what the provider charges for the call itself, beside its tokens
 * @param details what of it is known apart
 * @param priceSource where the prices come from: the table, its date, and the model in it; {@code
 *     null} if no table is behind the cost
 */
public record Cost(
    double prompt,
    double completion,
    double request,
    Details details,
    @Nullable String priceSource) {

  /** A cost of which nothing is known apart. */
  public Cost(double prompt, double completion) {
    this(prompt, completion, Details.NONE);
  }

  /** A cost of tokens alone. */
  public Cost(double prompt, double completion, Details details) {
    this(prompt, completion, 0, details, null);
  }

  /** All together. */
  public double total() {
    return prompt + completion + request;
  }

  Cost from(String source) {
    return new Cost(prompt, completion, request, details, source);
  }

  /**
   * Parts of the two sums; {@code null} where the provider does not count such tokens.
   *
   * @param input the input tokens that are none of the parts below
   * @param cacheRead the input tokens read from a cache
   * @param cacheWrite the input tokens written to a cache
   * @param audioInput the audio among the input tokens, but for audio from a cache
   * @param output the output tokens that are none of the parts below
   * @param reasoning the output tokens spent on reasoning
   * @param audioOutput the audio among the output tokens
   */
  public record Details(
      @Nullable Double input,
      @Nullable Double cacheRead,
      @Nullable Double cacheWrite,
      @Nullable Double audioInput,
      @Nullable Double output,
      @Nullable Double reasoning,
      @Nullable Double audioOutput) {

    static final Details NONE = new Details(null, null, null, null, null, null, null);
  }
}
