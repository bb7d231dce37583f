package io.spanloom.cost;

import java.util.List;
import java.util.function.Supplier;

/**
 * A company that offers models, and the names and hosts it is recognised by.
 *
 * @param id what the table calls the provider
 * @param names what {@code gen_ai.provider.name} and gateways call the provider
 * @param hosts the ends of its servers' names
 * @param family how the names of its own models begin
 * @param fallback providers at whose prices it offers other models
 * @param models read when they are first asked for
 */
record Provider(
    String id,
    List<String> names,
    List<String> hosts,
    List<NamePattern> family,
    List<String> fallback,
    Supplier<ProviderPrices> models) {

  boolean isServedBy(String host) {
    for (String each : hosts) {
      if (host.equals(each) || host.endsWith("." + each)) {
        return true;
      }
    }
    return false;
  }

  boolean isOfFamily(String model) {
    for (NamePattern each : family) {
      if (each.isIn(model)) {
        return true;
      }
    }
    return false;
  }
}
