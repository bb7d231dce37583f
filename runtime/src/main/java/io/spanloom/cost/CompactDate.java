package io.spanloom.cost;

import org.jspecify.annotations.Nullable;

/** Gateways write {@code gpt-x-20251211} where the provider writes {@code gpt-x-2025-12-11}. */
final class CompactDate {

  private static final int LENGTH = 8;

  private CompactDate() {}

  /** A name with hyphens in its date, or {@code null} if it has no such date. */
  static @Nullable String dashed(String name) {
    for (int at = name.indexOf("-20"); at >= 0; at = name.indexOf("-20", at + 1)) {
      int from = at + 1;
      if (isDate(name, from)) {
        return new StringBuilder(name).insert(from + 6, '-').insert(from + 4, '-').toString();
      }
    }
    return null;
  }

  private static boolean isDate(String name, int from) {
    int to = from + LENGTH;
    if (to > name.length()
        || (to < name.length() && name.charAt(to) != '-' && name.charAt(to) != ':')) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (name.charAt(i) < '0' || name.charAt(i) > '9') {
        return false;
      }
    }
    int month = Integer.parseInt(name.substring(from + 4, from + 6));
    int day = Integer.parseInt(name.substring(from + 6, to));
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }
}
