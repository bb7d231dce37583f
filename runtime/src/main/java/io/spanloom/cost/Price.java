package io.spanloom.cost;

import io.spanloom.cost.Cost.Details;
import io.spanloom.llm.TokenUsage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One model's prices, in US dollars for a million tokens.
 *
 * @param audioInput {@code null} if it is not listed: audio costs a multiple of text
 * @param audioOutput likewise
 */
record Price(
    double input,
    double cacheRead,
    double cacheWrite,
    @Nullable Double audioInput,
    double output,
    double reasoning,
    @Nullable Double audioOutput) {

  private static final double MILLION = 1_000_000;

  /** {@code null} for a model that is listed without prices. */
  static @Nullable Price of(Map<String, Double> figures) {
    Double input = figures.get("input");
    Double output = figures.get("output");
    if (input == null || output == null) {
      return null;
    }
    return new Price(
        input,
        figures.getOrDefault("cacheRead", input),
        figures.getOrDefault("cacheWrite", input),
        figures.get("audioInput"),
        output,
        figures.getOrDefault("reasoning", output),
        figures.get("audioOutput"));
  }

  /** What the tokens cost, or {@code null} if some have no price. */
  @Nullable Cost of(TokenUsage usage, long inputTokens, long outputTokens) {
    if (lacks(audioInput, usage.audioInput()) || lacks(audioOutput, usage.audioOutput())) {
      return null;
    }
    Details details =
        new Details(
            part(usage.cacheRead(), cacheRead),
            part(usage.cacheWrite(), cacheWrite),
            part(usage.audioInput(), audioInput == null ? 0 : audioInput),
            part(usage.reasoning(), reasoning),
            part(usage.audioOutput(), audioOutput == null ? 0 : audioOutput));
    long plainInput =
        inputTokens
            - known(usage.cacheRead())
            - known(usage.cacheWrite())
            - known(usage.audioInput());
    long plainOutput = outputTokens - known(usage.reasoning()) - known(usage.audioOutput());
    double prompt =
        cost(plainInput, input)
            + known(details.cacheRead())
            + known(details.cacheWrite())
            + known(details.audioInput());
    double completion =
        cost(plainOutput, output) + known(details.reasoning()) + known(details.audioOutput());
    return new Cost(prompt, completion, details);
  }

  private static boolean lacks(@Nullable Double price, @Nullable Long tokens) {
    return price == null && known(tokens) > 0;
  }

  private static @Nullable Double part(@Nullable Long tokens, double price) {
    return tokens == null ? null : cost(tokens, price);
  }

  /** Parts that overlap, such as cached audio, must not make the rest negative. */
  private static double cost(long tokens, double price) {
    return Math.max(0, tokens) * price / MILLION;
  }

  private static long known(@Nullable Long tokens) {
    return tokens == null ? 0 : tokens;
  }

  private static double known(@Nullable Double cost) {
    return cost == null ? 0 : cost;
  }
}
