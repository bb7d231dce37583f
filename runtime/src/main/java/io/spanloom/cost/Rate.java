package io.spanloom.cost;

/** A price for a million tokens, which may depend on the size of the whole prompt. */
final class Rate {

  private static final double MILLION = 1_000_000;

  private final long[] above;
  private final double[] prices;

  /**
   * Prices by the size of the prompt.
   *
   * @param above prompts of more input tokens than that have the price at the same index;
   *     ascending, the first is 0 and holds for all
   */
  Rate(long[] above, double[] prices) {
    this.above = above.clone();
    this.prices = prices.clone();
  }

  static Rate of(double price) {
    return new Rate(new long[] {0}, new double[] {price});
  }

  /** What so many tokens cost, in a call with so long a prompt. */
  double cost(long tokens, long prompt) {
    return tokens * at(prompt) / MILLION;
  }

  /** The price in a call with so long a prompt. */
  double at(long prompt) {
    int step = prices.length - 1;
    while (step > 0 && prompt <= above[step]) {
      step--;
    }
    return prices[step];
  }
}
