package io.spanloom.cost;

import io.spanloom.cost.Cost.Details;
import io.spanloom.llm.TokenUsage;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One model's prices, in US dollars for a million tokens.
 *
 * <p>Tokens without a price of their own cost what the whole costs that they are part of: cached
 * tokens what others cost, reasoning what the answer costs. Two exceptions are never guessed: a
 * cache write for an hour where only that for minutes is listed, and audio unless the table says
 * that it costs what text does.
 */
final class Price {

  private final Map<PricedUnit, Rate> rates;
  private final boolean audioIsText;

  Price(Map<PricedUnit, Rate> rates, boolean audioIsText) {
    this.rates = rates.isEmpty() ? Map.of() : new EnumMap<>(rates);
    this.audioIsText = audioIsText;
  }

  /** These prices, but for those that another one has. */
  Price overlaidBy(Price other) {
    Map<PricedUnit, Rate> both = new EnumMap<>(PricedUnit.class);
    both.putAll(rates);
    both.putAll(other.rates);
    return new Price(both, audioIsText);
  }

  /** What the tokens cost, or {@code null} if some have no price. */
  @Nullable Cost of(TokenUsage usage, long input, long output) {
    if (lacksPrice(usage)) {
      return null;
    }
    InputShares in = InputShares.of(usage, rates.keySet());
    long reasoning = share(PricedUnit.REASONING, usage.reasoning());
    long audio = share(PricedUnit.AUDIO_OUTPUT, usage.audioOutput());
    long image = share(PricedUnit.IMAGE_OUTPUT, usage.imageOutput());
    long video = share(PricedUnit.VIDEO_OUTPUT, usage.videoOutput());
    long plainInput = in == null ? -1 : input - in.sum();
    long plainOutput = output - reasoning - audio - image - video;
    if (in == null || plainInput < 0 || plainOutput < 0) {
      return null;
    }
    if (lacks(PricedUnit.INPUT, plainInput) || lacks(PricedUnit.OUTPUT, plainOutput)) {
      return null;
    }
    double prompt = cost(PricedUnit.INPUT, plainInput, input);
    for (Map.Entry<PricedUnit, Long> share : in.tokens().entrySet()) {
      prompt += cost(share.getKey(), share.getValue(), input);
    }
    double completion =
        cost(PricedUnit.OUTPUT, plainOutput, input)
            + cost(PricedUnit.REASONING, reasoning, input)
            + cost(PricedUnit.AUDIO_OUTPUT, audio, input)
            + cost(PricedUnit.IMAGE_OUTPUT, image, input)
            + cost(PricedUnit.VIDEO_OUTPUT, video, input);
    Rate request = rates.get(PricedUnit.REQUEST);
    double perCall = request == null ? 0 : request.at(input);
    return new Cost(prompt, completion, perCall, details(usage, in, prompt, completion), null);
  }

  private boolean lacksPrice(TokenUsage usage) {
    return (!audioIsText && lacks(PricedUnit.AUDIO_INPUT, orZero(usage.audioInput())))
        || (!audioIsText && lacks(PricedUnit.AUDIO_OUTPUT, orZero(usage.audioOutput())))
        || (rates.containsKey(PricedUnit.CACHE_WRITE)
            && lacks(PricedUnit.CACHE_WRITE_1H, orZero(usage.cacheWrite1h())));
  }

  private Details details(TokenUsage usage, InputShares in, double prompt, double completion) {
    long all = orZero(usage.input());
    Double read =
        part(usage.cacheRead(), PricedUnit.CACHE_READ, PricedUnit.INPUT, all, in.fromCache());
    Double write = part(usage.cacheWrite(), PricedUnit.CACHE_WRITE, PricedUnit.INPUT, all, 0);
    if (write != null && in.of(PricedUnit.CACHE_WRITE_1H) > 0) {
      write =
          cost(PricedUnit.CACHE_WRITE, in.of(PricedUnit.CACHE_WRITE), all)
              + cost(PricedUnit.CACHE_WRITE_1H, in.of(PricedUnit.CACHE_WRITE_1H), all);
    }
    if (read != null) {
      read +=
          cost(PricedUnit.AUDIO_CACHE_READ, in.of(PricedUnit.AUDIO_CACHE_READ), all)
              + cost(PricedUnit.IMAGE_CACHE_READ, in.of(PricedUnit.IMAGE_CACHE_READ), all);
    }
    Double audio =
        part(
            usage.audioInput(),
            PricedUnit.AUDIO_INPUT,
            PricedUnit.INPUT,
            all,
            orZero(usage.audioCacheRead()));
    Double reasoning = part(usage.reasoning(), PricedUnit.REASONING, PricedUnit.OUTPUT, all, 0);
    Double spoken = part(usage.audioOutput(), PricedUnit.AUDIO_OUTPUT, PricedUnit.OUTPUT, all, 0);
    return new Details(
        rest(prompt, orZero(read) + orZero(write) + orZero(audio)),
        read,
        write,
        audio,
        rest(completion, orZero(reasoning) + orZero(spoken)),
        reasoning,
        spoken);
  }

  private @Nullable Double part(
      @Nullable Long tokens, PricedUnit unit, PricedUnit otherwise, long prompt, long elsewhere) {
    return tokens == null
        ? null
        : cost(rates.containsKey(unit) ? unit : otherwise, tokens - elsewhere, prompt);
  }

  /** Sums of parts differ from the whole in their last digits; parts may overlap. */
  private static double rest(double whole, double parts) {
    double rest = whole - parts;
    return rest < whole * 1e-12 ? 0 : rest;
  }

  private long share(PricedUnit unit, @Nullable Long tokens) {
    return rates.containsKey(unit) ? orZero(tokens) : 0;
  }

  private boolean lacks(PricedUnit unit, long tokens) {
    return tokens > 0 && !rates.containsKey(unit);
  }

  private double cost(PricedUnit unit, long tokens, long prompt) {
    Rate rate = rates.get(unit);
    return rate == null || tokens <= 0 ? 0 : rate.cost(tokens, prompt);
  }

  private static long orZero(@Nullable Long tokens) {
    return tokens == null ? 0 : tokens;
  }

  private static double orZero(@Nullable Double cost) {
    return cost == null ? 0 : cost;
  }

  /** Whether anything is listed. */
  boolean isListed() {
    return rates.containsKey(PricedUnit.INPUT);
  }
}
