package io.spanloom.cost;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model costs, at which time and in which service tier.
 *
 * @param id the model, as the table names it
 * @param prices the first is for always; of the later ones the last that holds comes before it
 * @param tiers what other service tiers cost, as far as that differs from the standard one
 */
record ModelPrices(String id, List<DatedPrice> prices, Map<String, List<DatedPrice>> tiers) {

  /** The price of a tier, or {@code null} if the table has none. */
  @Nullable Price at(OffsetDateTime utc, @Nullable String serviceTier) {
    Price standard = standard(utc);
    String tier = serviceTier == null ? "" : serviceTier.strip().toLowerCase(Locale.ROOT);
    if (isStandard(tier)) {
      return standard;
    }
    Price special = null;
    for (DatedPrice each : tiers.getOrDefault(tier, List.of())) {
      if (each.holds(utc)) {
        special = special == null ? each.price() : each.price().overlaidBy(special);
      }
    }
    return special == null ? null : standard.overlaidBy(special);
  }

  /** The words for it of OpenAI, Anthropic, and of Google and Groq. */
  private static boolean isStandard(String tier) {
    return switch (tier) {
      case "", "auto", "default", "standard", "on_demand" -> true;
      default -> false;
    };
  }

  static String tierLabel(@Nullable String serviceTier) {
    String tier = serviceTier == null ? "" : serviceTier.strip().toLowerCase(Locale.ROOT);
    return isStandard(tier) ? "" : tier;
  }

  private Price standard(OffsetDateTime utc) {
    for (int i = prices.size() - 1; i > 0; i--) {
      if (prices.get(i).holds(utc)) {
        return prices.get(i).price();
      }
    }
    return prices.get(0).price();
  }
}
