package io.spanloom.cost;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The models of one provider. The first one that a name matches is meant, in the table's order. */
final class ProviderPrices {

  static final ProviderPrices NONE = new Builder().build();

  private final List<ModelPrices> models;
  private final Map<String, Integer> exact;
  private final List<Numbered> patterns;

  private ProviderPrices(Builder builder) {
    this.models = List.copyOf(builder.models);
    this.exact = builder.exact;
    this.patterns = List.copyOf(builder.patterns);
  }

  /** The model of that name, in lower case; {@code null} if the provider has none. */
  @Nullable ModelPrices find(String name) {
    ModelPrices model = match(name);
    if (model != null || models.isEmpty()) {
      return model;
    }
    String dashed = CompactDate.dashed(name);
    return dashed == null ? null : match(dashed);
  }

  private @Nullable ModelPrices match(String name) {
    int first = exact.getOrDefault(name, models.size());
    for (Numbered each : patterns) {
      if (each.model >= first) {
        break;
      }
      if (each.pattern.matches(name)) {
        first = each.model;
      }
    }
    return first < models.size() ? models.get(first) : null;
  }

  private record Numbered(int model, NamePattern pattern) {}

  static final class Builder {

    private final List<ModelPrices> models = new ArrayList<>();
    private final Map<String, Integer> exact = new HashMap<>();
    private final List<Numbered> patterns = new ArrayList<>();

    /** A model, by its names in lower case, of which some are patterns. */
    void add(ModelPrices model, List<String> names) {
      int index = models.size();
      models.add(model);
      for (String name : names) {
        if (NamePattern.isPattern(name)) {
          patterns.add(new Numbered(index, NamePattern.of(name)));
        } else {
          exact.putIfAbsent(name, index);
        }
      }
    }

    ProviderPrices build() {
      return new ProviderPrices(this);
    }
  }
}
