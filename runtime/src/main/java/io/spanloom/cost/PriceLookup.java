package io.spanloom.cost;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the model that a call is to be priced as.
 *
 * <p>The server that answered tells who offered the model; so does the provider's name, except
 * OpenAI's and Anthropic's, which an SDK gives to all servers that speak its protocol. Otherwise
 * the model's name tells: a cloud's or gateway's form, or a family that one company alone offers.
 */
final class PriceLookup {

  /** Longer names are none. */
  static final int MAX_NAME = 200;

  private static final Set<String> PROTOCOLS = Set.of("openai", "anthropic");

  /** Names that one provider alone has: what others serve under them is passed on to it. */
  private static final Set<String> CLOSED_FAMILIES =
      Set.of("anthropic", "google", "openai", "x-ai", "cloudflare", "databricks", "fireworks");

  /** Those whose names have slashes of their own. */
  private static final Set<String> SLASHED_FAMILIES = Set.of("cloudflare", "fireworks");

  private static final String OPENROUTER = "openrouter";

  private final PriceList list;
  private final Map<String, Provider> byName = new HashMap<>();

  PriceLookup(PriceList list) {
    this.list = list;
    for (Provider provider : list.providers()) {
      byName.putIfAbsent(provider.id(), provider);
    }
    for (Provider provider : list.providers()) {
      for (String name : provider.names()) {
        byName.putIfAbsent(name, provider);
      }
    }
  }

  /**
   * What the call may be priced as: two if a gateway either passes it on at the maker's price or
   * has a price of its own, none if nothing is known.
   */
  List<PricedModel> find(BilledCall call) {
    String answered = nameOf(call.model());
    List<PricedModel> found = find(call.provider(), call.host(), answered);
    String requested = call.requestedModel() == null ? "" : nameOf(call.requestedModel());
    boolean isSnapshot =
        !requested.isEmpty()
            && answered.startsWith(requested)
            && SnapshotSuffix.follows(answered, requested.length());
    return found.isEmpty() && isSnapshot ? find(call.provider(), call.host(), requested) : found;
  }

  /** A name as the table writes it; empty if it is too long for one. */
  private static String nameOf(String model) {
    return model.length() > 2 * MAX_NAME ? "" : model.strip().toLowerCase(Locale.ROOT);
  }

  private List<PricedModel> find(@Nullable String provider, @Nullable String host, String name) {
    if (name.isEmpty() || name.length() > MAX_NAME) {
      return List.of();
    }
    GatewayName gateway = GatewayName.of(name);
    ModelPrices own = list.models().find(name);
    if (own == null && gateway != null) {
      own = list.models().find(gateway.model());
    }
    if (own != null) {
      return List.of(new PricedModel("", own, true));
    }
    Provider server = servedBy(host);
    Provider stated = named(provider);
    if (server != null || (stated != null && !PROTOCOLS.contains(stated.id()))) {
      return listOf(at(server != null ? server : stated, name, gateway));
    }
    return byName(provider, stated, name, gateway);
  }

  /** At a provider that is known for sure. */
  private @Nullable PricedModel at(
      @Nullable Provider provider, String name, @Nullable GatewayName gateway) {
    PricedModel found = in(provider, name);
    if (found != null || gateway == null || provider == null) {
      return found;
    }
    Provider written = named(gateway.provider());
    return written != null && written.id().equals(provider.id())
        ? in(provider, gateway.model())
        : null;
  }

  private List<PricedModel> byName(
      @Nullable String provider,
      @Nullable Provider stated,
      String name,
      @Nullable GatewayName gateway) {
    Provider written = gateway == null ? null : named(gateway.provider());
    if (gateway != null && written != null) {
      PricedModel found = in(written, gateway.model());
      PricedModel passedOn = gateway.byVendor() ? in(byName.get(OPENROUTER), name) : null;
      if (found != null) {
        return passedOn == null ? List.of(found) : List.of(found, passedOn);
      }
      if (name.indexOf('@') < 0) {
        return List.of();
      }
    }
    PricedModel found = in(stated, name);
    boolean slashed = gateway != null && gateway.byVendor();
    return found != null
        ? List.of(found)
        : listOf(ofFamily(name, provider == null || provider.isBlank(), slashed));
  }

  private @Nullable PricedModel ofFamily(String name, boolean nothingStated, boolean slashed) {
    for (Provider each : list.providers()) {
      if (each.isOfFamily(name)
          && (nothingStated || CLOSED_FAMILIES.contains(each.id()))
          && (!slashed || SLASHED_FAMILIES.contains(each.id()))) {
        return in(each, name);
      }
    }
    return null;
  }

  private @Nullable PricedModel in(@Nullable Provider provider, String name) {
    if (provider == null) {
      return null;
    }
    ModelPrices found = provider.models().get().find(name);
    if (found != null) {
      return new PricedModel(provider.id(), found, true);
    }
    for (String id : provider.fallback()) {
      Provider other = byName.get(id);
      found = other == null ? null : other.models().get().find(name);
      if (found != null) {
        return new PricedModel(id, found, false);
      }
    }
    return null;
  }

  private @Nullable Provider named(@Nullable String provider) {
    return provider == null || provider.length() > MAX_NAME
        ? null
        : byName.get(provider.strip().toLowerCase(Locale.ROOT));
  }

  private @Nullable Provider servedBy(@Nullable String host) {
    if (host == null || host.length() > MAX_NAME) {
      return null;
    }
    String name = host.toLowerCase(Locale.ROOT);
    for (Provider each : list.providers()) {
      if (each.isServedBy(name)) {
        return each;
      }
    }
    return null;
  }

  private static List<PricedModel> listOf(@Nullable PricedModel found) {
    return found == null ? List.of() : List.of(found);
  }
}
