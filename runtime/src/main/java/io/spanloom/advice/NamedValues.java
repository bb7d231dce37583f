package io.spanloom.advice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values by name, in the order they were added; reused from call to call. */
final class NamedValues {

  private final List<String> names = new ArrayList<>(4);
  private final List<@Nullable Object> values = new ArrayList<>(4);

  void add(String name, @Nullable Object value) {
    names.add(name);
    values.add(value);
  }

  void clear() {
    names.clear();
    values.clear();
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  List<String> names() {
    return names;
  }

  List<@Nullable Object> values() {
    return values;
  }

  /** The only value if it is a text, else {@code null}. */
  @Nullable String onlyText() {
    return values.size() == 1 && values.get(0) instanceof String text ? text : null;
  }

  Map<String, @Nullable Object> asMap() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      map.put(names.get(i), values.get(i));
    }
    return map;
  }
}
