package io.spanloom.cost;

import io.spanloom.llm.TokenUsage;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The input tokens of one call that have prices of their own; no token is in two shares.
 *
 * @param tokens by what they are priced as
 */
record InputShares(Map<PricedUnit, Long> tokens) {

  /** {@code null} if the usage does not say how shares overlap that are priced apart. */
  static @Nullable InputShares of(TokenUsage usage, Set<PricedUnit> priced) {
    Map<PricedUnit, Long> shares = new EnumMap<>(PricedUnit.class);
    boolean readsPriced = priced.contains(PricedUnit.CACHE_READ);
    long read = readsPriced ? orZero(usage.cacheRead()) : 0;
    long audio = priced.contains(PricedUnit.AUDIO_INPUT) ? orZero(usage.audioInput()) : 0;
    long image = priced.contains(PricedUnit.IMAGE_INPUT) ? orZero(usage.imageInput()) : 0;
    if (read > 0) {
      Long audioRead = overlap(audio, usage.audioCacheRead());
      Long imageRead = overlap(image, usage.imageCacheRead());
      if (audioRead == null || imageRead == null) {
        return null;
      }
      read -= put(shares, priced, PricedUnit.AUDIO_CACHE_READ, audioRead);
      read -= put(shares, priced, PricedUnit.IMAGE_CACHE_READ, imageRead);
      audio -= audioRead;
      image -= imageRead;
    }
    shares.put(PricedUnit.CACHE_READ, read);
    shares.put(PricedUnit.AUDIO_INPUT, audio);
    shares.put(PricedUnit.IMAGE_INPUT, image);
    put(shares, priced, PricedUnit.VIDEO_INPUT, orZero(usage.videoInput()));
    if (priced.contains(PricedUnit.CACHE_WRITE)) {
      long hour = put(shares, priced, PricedUnit.CACHE_WRITE_1H, orZero(usage.cacheWrite1h()));
      shares.put(PricedUnit.CACHE_WRITE, orZero(usage.cacheWrite()) - hour);
    }
    for (long share : shares.values()) {
      if (share < 0) {
        return null;
      }
    }
    return new InputShares(shares);
  }

  long sum() {
    long sum = 0;
    for (long share : tokens.values()) {
      sum += share;
    }
    return sum;
  }

  long of(PricedUnit unit) {
    return tokens.getOrDefault(unit, 0L);
  }

  /** The tokens read from a cache that are priced as audio or images. */
  long fromCache() {
    return of(PricedUnit.AUDIO_CACHE_READ) + of(PricedUnit.IMAGE_CACHE_READ);
  }

  /** How much of something is cached; {@code null} if it matters and nobody says. */
  private static @Nullable Long overlap(long part, @Nullable Long cached) {
    return part == 0 ? Long.valueOf(0) : cached;
  }

  private static long put(
      Map<PricedUnit, Long> shares, Set<PricedUnit> priced, PricedUnit unit, long share) {
    if (!priced.contains(unit)) {
      return 0;
    }
    shares.put(unit, share);
    return share;
  }

  private static long orZero(@Nullable Long tokens) {
    return tokens == null ? 0 : tokens;
  }
}
