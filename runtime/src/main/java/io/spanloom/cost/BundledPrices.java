package io.spanloom.cost;

import java.io.IOException;
import java.io.InputStream;

/** Reads the table that comes with this version: an index, and a file for each provider. */
final class BundledPrices {

  private static final String INDEX = "prices.json";

  private BundledPrices() {}

  static PriceList read() {
    try (InputStream json = open(INDEX)) {
      return PriceTableReader.readIndex(json, BundledPrices::provider);
    } catch (IOException broken) {
      throw new IllegalStateException("Cannot read the bundled price table " + INDEX, broken);
    }
  }

  private static ProviderPrices provider(String id) {
    String file = "prices/" + id + ".json";
    try (InputStream json = open(file)) {
      return PriceTableReader.readModels(json);
    } catch (IOException broken) {
      throw new IllegalStateException("Cannot read the bundled price table " + file, broken);
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream found = BundledPrices.class.getResourceAsStream(resource);
    if (found == null) {
      throw new IOException("no resource " + resource);
    }
    return found;
  }
}
