package io.spanloom.cost;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gateways write {@code gpt-x-20251211} where the provider writes {@code gpt-x-2025-12-11}. */
final class CompactDate {

  private static final Pattern COMPACT =
      Pattern.compile("-(20\\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?=-|:|$)");

  private CompactDate() {}

  /** A name with hyphens in its date, or {@code null} if it has no such date. */
  static @Nullable String dashed(String name) {
    Matcher found = COMPACT.matcher(name);
    return found.find() ? found.replaceAll("-$1-$2-$3") : null;
  }
}
