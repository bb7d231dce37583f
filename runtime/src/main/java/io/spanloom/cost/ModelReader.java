package io.spanloom.cost;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads one model of a price table. */
final class ModelReader {

  private final PriceJson json;
  private final String id;
  private final boolean complete;
  private @Nullable List<String> match;

  ModelReader(PriceJson json, String id, boolean complete) {
    this.json = json;
    this.id = id;
    this.complete = complete;
  }

  /** The model's names and patterns; its own name and snapshots of it if it lists none. */
  List<String> names() {
    String name = id.toLowerCase(Locale.ROOT);
    if (match != null) {
      return match;
    }
    return complete ? List.of(name) : List.of(name, name + "*");
  }

  ModelPrices read() throws IOException {
    List<DatedPrice> prices = new ArrayList<>();
    List<DatedPrice> later = List.of();
    Map<String, List<DatedPrice>> tiers = Map.of();
    Map<PricedUnit, Rate> rates = new EnumMap<>(PricedUnit.class);
    while (json.nextMember()) {
      switch (json.member()) {
        case "match" -> match = json.names("\"match\"");
        case "later" -> later = dated("\"later\"");
        case "tiers" -> tiers = tiers();
        default -> rate(rates);
      }
    }
    prices.add(DatedPrice.always(new Price(rates, complete)));
    prices.addAll(later);
    return new ModelPrices(id, List.copyOf(prices), tiers);
  }

  private Map<String, List<DatedPrice>> tiers() throws IOException {
    Map<String, List<DatedPrice>> tiers = new HashMap<>();
    json.expectObject("\"tiers\"");
    while (json.nextMember()) {
      String tier = json.name().toLowerCase(Locale.ROOT);
      tiers.put(tier, json.isObject() ? List.of(datedPrice()) : dated("A tier"));
    }
    return tiers;
  }

  private List<DatedPrice> dated(String what) throws IOException {
    List<DatedPrice> prices = new ArrayList<>();
    json.expectArray(what);
    while (json.nextElement()) {
      prices.add(datedPrice());
    }
    return List.copyOf(prices);
  }

  private DatedPrice datedPrice() throws IOException {
    LocalDate from = null;
    LocalTime[] hours = {null, null};
    Map<PricedUnit, Rate> rates = new EnumMap<>(PricedUnit.class);
    json.expectObject("Prices");
    while (json.nextMember()) {
      switch (json.member()) {
        case "from" -> from = day();
        case "hours" -> hours = hours();
        default -> rate(rates);
      }
    }
    return new DatedPrice(from, hours[0], hours[1], new Price(rates, complete));
  }

  private LocalDate day() throws IOException {
    String text = json.text("\"from\"");
    try {
      if (text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
        return LocalDate.of(part(text, 0, 4), part(text, 5, 7), part(text, 8, 10));
      }
    } catch (DateTimeException | NumberFormatException noDay) {
      // said below
    }
    throw json.problem("\"from\" must be a day such as 2026-01-31");
  }

  /** A tenth of what a formatter takes to begin with. */
  private static int part(String text, int from, int to) {
    return Integer.parseInt(text.substring(from, to));
  }

  private LocalTime[] hours() throws IOException {
    String[] parts = json.text("\"hours\"").split("-", -1);
    try {
      if (parts.length == 2) {
        return new LocalTime[] {LocalTime.parse(parts[0]), LocalTime.parse(parts[1])};
      }
    } catch (DateTimeException noTime) {
      // said below
    }
    throw json.problem("\"hours\" must be two times of day in UTC such as 00:30-16:30");
  }

  private void rate(Map<PricedUnit, Rate> rates) throws IOException {
    PricedUnit unit = PricedUnit.of(json.member());
    if (unit == null) {
      throw json.problem("A model has no such member");
    }
    rates.put(unit, json.isObject() ? steps() : Rate.of(json.price()));
  }

  /** Prices by the size of the prompt. */
  private Rate steps() throws IOException {
    TreeMap<Long, Double> steps = new TreeMap<>();
    while (json.nextMember()) {
      steps.put(size(json.name()), json.price());
    }
    if (!steps.containsKey(0L)) {
      throw json.problem("Prices by the size of the prompt must begin at \"0\"");
    }
    long[] above = new long[steps.size()];
    double[] prices = new double[steps.size()];
    int step = 0;
    for (Map.Entry<Long, Double> each : steps.entrySet()) {
      above[step] = each.getKey();
      prices[step++] = each.getValue();
    }
    return new Rate(above, prices);
  }

  private long size(String text) throws IOException {
    try {
      long size = Long.parseLong(text);
      if (size >= 0) {
        return size;
      }
    } catch (NumberFormatException noNumber) {
      // said below
    }
    throw json.problem("The size of a prompt must be a number of tokens");
  }
}
