package io.spanloom.cost;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads price tables: their head, providers and lists of models. */
final class PriceTableReader {

  /** More models than anybody offers. */
  private static final int MAX_MODELS = 100_000;

  private final PriceJson json;

  /** Where the models of a provider come from whose entry has none. */
  private final @Nullable Function<String, ProviderPrices> elsewhere;

  /** Whether the table says all that it means: every name, and audio wherever it costs more. */
  private final boolean complete;

  private final List<Provider> providers = new ArrayList<>();
  private ProviderPrices.@Nullable Builder models;
  private String date = "";
  private String source = "a price table of its own";
  private int count;

  private PriceTableReader(
      PriceJson json, @Nullable Function<String, ProviderPrices> elsewhere, boolean complete) {
    this.json = json;
    this.elsewhere = elsewhere;
    this.complete = complete;
  }

  static PriceList read(InputStream text) throws IOException {
    return PriceJson.parse(text, json -> new PriceTableReader(json, null, false).table());
  }

  /** A table whose providers' models are read when they are first asked for. */
  static PriceList readIndex(InputStream text, Function<String, ProviderPrices> elsewhere)
      throws IOException {
    return PriceJson.parse(text, json -> new PriceTableReader(json, elsewhere, true).table());
  }

  /** The models of one provider of the bundled table. */
  static ProviderPrices readModels(InputStream text) throws IOException {
    return PriceJson.parse(
        text,
        json -> {
          PriceTableReader reader = new PriceTableReader(json, null, true);
          reader.table();
          return reader.models == null ? ProviderPrices.NONE : reader.models.build();
        });
  }

  private PriceList table() throws IOException {
    json.expectObject("A price table");
    while (json.nextMember()) {
      switch (json.member()) {
        case "date" -> date = json.text("\"date\"");
        case "source" -> source = json.text("\"source\"");
        case "models" -> models = models();
        case "providers" -> providers();
        default -> json.skip();
      }
    }
    if (models == null && providers.isEmpty()) {
      throw json.problem("A price table has \"models\" or \"providers\"; this has neither");
    }
    ProviderPrices anyones = models == null ? ProviderPrices.NONE : models.build();
    return new PriceList(date, source, anyones, List.copyOf(providers));
  }

  private void providers() throws IOException {
    json.expectObject("\"providers\"");
    while (json.nextMember()) {
      providers.add(provider(json.name()));
    }
  }

  private Provider provider(String id) throws IOException {
    List<String> names = List.of();
    List<String> hosts = List.of();
    List<String> family = List.of();
    List<String> fallback = List.of();
    ProviderPrices.Builder own = null;
    json.expectObject("A provider");
    while (json.nextMember()) {
      switch (json.member()) {
        case "names" -> names = json.names("\"names\"");
        case "hosts" -> hosts = json.names("\"hosts\"");
        case "family" -> family = json.names("\"family\"");
        case "fallback" -> fallback = json.names("\"fallback\"");
        case "models" -> own = models();
        default -> throw json.problem("A provider has no such member");
      }
    }
    ProviderPrices read = own == null ? ProviderPrices.NONE : own.build();
    Function<String, ProviderPrices> later = elsewhere;
    return new Provider(
        id,
        names,
        hosts,
        patterns(family),
        fallback,
        own != null || later == null ? () -> read : Once.of(() -> later.apply(id)));
  }

  private static List<NamePattern> patterns(List<String> texts) {
    List<NamePattern> patterns = new ArrayList<>();
    for (String text : texts) {
      patterns.add(NamePattern.of(text));
    }
    return patterns;
  }

  private ProviderPrices.Builder models() throws IOException {
    ProviderPrices.Builder read = new ProviderPrices.Builder();
    json.expectObject("\"models\"");
    while (json.nextMember()) {
      if (++count > MAX_MODELS) {
        throw json.problem("A price table has at most " + MAX_MODELS + " models");
      }
      ModelReader model = new ModelReader(json, json.name(), complete);
      json.expectObject("A model");
      read.add(model.read(), model.names());
    }
    return read;
  }
}
