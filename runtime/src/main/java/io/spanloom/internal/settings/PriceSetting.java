package io.spanloom.internal.settings;

import io.spanloom.cost.PriceTable;
import io.spanloom.cost.PriceTableException;
import java.io.IOException;

/** Reads the price table that {@code spanloom.prices} names. */
final class PriceSetting {

  private PriceSetting() {}

  /** The table; a table that cannot be read is no reason to do without. */
  static PriceTable read(SettingsReader settings) {
    String location = settings.value(SettingsReader.PRICES);
    if (location == null) {
      return PriceTable.bundled();
    }
    try {
      return PriceTable.at(location);
    } catch (IOException | RuntimeException unreadable) {
      settings.warn(
          "Cannot read the price table "
              + SettingsReader.PRICES
              + "="
              + withoutSecrets(location)
              + ": "
              + reason(unreadable)
              + ". Using the bundled one.");
      return PriceTable.bundled();
    }
  }

  /** A URL may hold a password, or a signature in its query. */
  private static String withoutSecrets(String location) {
    return location.contains("://")
        ? location.replaceFirst("(?s)//.*@", "//").replaceFirst("(?s)[?#].*", "")
        : SettingsReader.printable(location);
  }

  /** The message may quote the URL or the file. */
  private static String reason(Exception unreadable) {
    return unreadable instanceof PriceTableException
        ? String.valueOf(unreadable.getMessage())
        : unreadable.getClass().getName();
  }
}
