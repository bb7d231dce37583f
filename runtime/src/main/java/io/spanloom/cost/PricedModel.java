package io.spanloom.cost;

import io.spanloom.llm.TokenUsage;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A model in the price table.
 *
 * @param provider whose price it is; empty if the table does not tell providers apart
 * @param model what it costs
 * @param hasTiers whether its other service tiers are those of the provider that was called
 */
record PricedModel(String provider, ModelPrices model, boolean hasTiers) {

  /** What a call cost, or {@code null} if its tier or some of its tokens have no price. */
  @Nullable Cost cost(BilledCall call, String table) {
    String tier = ModelPrices.tierLabel(call.serviceTier());
    if (!tier.isEmpty() && !hasTiers) {
      return null;
    }
    TokenUsage usage = call.usage();
    Price price = model.at(call.time().atOffset(ZoneOffset.UTC), tier);
    if (price == null || usage.input() == null || usage.output() == null) {
      return null;
    }
    Cost cost = price.of(usage, usage.input(), usage.output());
    return cost == null ? null : cost.from(table + ": " + label(tier));
  }

  private String label(String tier) {
    return (provider.isEmpty() ? "" : provider + "/")
        + model.id()
        + (tier.isEmpty() ? "" : ", " + tier);
  }
}
