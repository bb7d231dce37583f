package io.spanloom.cost;

/**
 * What one model call cost, in US dollars.
 *
 * @param prompt the input tokens, cached ones at their own price
 * @param completion the output tokens, reasoning included
 */
public record Cost(double prompt, double completion) {

  /** Both together. */
  public double total() {
    return prompt + completion;
  }
}
