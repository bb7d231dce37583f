package io.spanloom.internal.metric;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Bounds how many values an attribute takes on metrics: each value is a time series of its own, in
 * this process and in the backend.
 *
 * <p>The first values seen keep their names; later ones are measured together as {@link #OTHER},
 * and so are those that are too long to be names.
 */
final class Cardinality {

  /** The conventions' word for any other value. */
  static final String OTHER = "_OTHER";

  /** More models, tools, agents or tenants than a chart can show. */
  static final int MAX_VALUES = 200;

  /** Longer values are kept by nobody: neither here nor in the series of the SDK. */
  static final int MAX_LENGTH = 256;

  private final Map<String, Set<String>> valuesByKey = new ConcurrentHashMap<>();
  private final Set<String> warnedKeys = ConcurrentHashMap.newKeySet();
  private final Consumer<String> warnings;

  Cardinality(Consumer<String> warnings) {
    this.warnings = warnings;
  }

  /** The value itself, or {@link #OTHER} if the key has too many or it is too long. */
  String bounded(String key, String value) {
    if (value.length() > MAX_LENGTH) {
      return OTHER;
    }
    Set<String> values = valuesByKey.computeIfAbsent(key, k -> ConcurrentHashMap.newKeySet());
    if (values.contains(value)) {
      return value;
    }
    synchronized (values) {
      if (values.size() < MAX_VALUES) {
        values.add(value);
        return value;
      }
    }
    if (warnedKeys.add(key)) {
      warnings.accept(
          "Metrics know more than "
              + MAX_VALUES
              + " values of "
              + key
              + "; further ones are measured together as "
              + OTHER
              + ".");
    }
    return OTHER;
  }
}
