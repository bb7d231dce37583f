package io.spanloom.cost;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a price is for. All but the last are tokens, priced by the million. */
enum PricedUnit {
  INPUT("input"),
  CACHE_READ("cacheRead"),
  CACHE_WRITE("cacheWrite"),
  CACHE_WRITE_1H("cacheWrite1h"),
  AUDIO_INPUT("audioInput"),
  AUDIO_CACHE_READ("audioCacheRead"),
  IMAGE_INPUT("imageInput"),
  IMAGE_CACHE_READ("imageCacheRead"),
  VIDEO_INPUT("videoInput"),
  OUTPUT("output"),
  REASONING("reasoning"),
  AUDIO_OUTPUT("audioOutput"),
  IMAGE_OUTPUT("imageOutput"),
  VIDEO_OUTPUT("videoOutput"),
  REQUEST("request");

  private static final Map<String, PricedUnit> BY_MEMBER = byMember();

  private final String member;

  PricedUnit(String member) {
    this.member = member;
  }

  /** The unit that a member of a price table is for, or {@code null}. */
  static @Nullable PricedUnit of(String member) {
    return BY_MEMBER.get(member);
  }

  private static Map<String, PricedUnit> byMember() {
    Map<String, PricedUnit> units = new HashMap<>();
    for (PricedUnit unit : values()) {
      units.put(unit.member, unit);
    }
    return units;
  }
}
