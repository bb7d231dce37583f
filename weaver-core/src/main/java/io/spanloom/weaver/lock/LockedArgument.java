package io.spanloom.weaver.lock;

import java.util.Arrays;
import java.util.List;

/**
 * What callers of a tool may rely on about one argument.
 *
 * @param type its type in a line: {@code string}, {@code array of integer}, {@code enum
 *     APPEAL|SUPREME}
 * @param required whether a call without it is refused
 */
record LockedArgument(String type, boolean required) {

  static final String ENUM = "enum ";
  static final String ARRAY = "array of ";
  static final String MAP = "map of ";

  private static final String REQUIRED = ", required";
  private static final String OPTIONAL = ", optional";

  /** Reads {@link #toString()} back. */
  static LockedArgument parse(String text) {
    for (String ending : List.of(REQUIRED, OPTIONAL)) {
      if (text.endsWith(ending)) {
        String type = text.substring(0, text.length() - ending.length());
        return new LockedArgument(type, ending.equals(REQUIRED));
      }
    }
    throw new IllegalArgumentException(
        "\"" + text + "\" is no argument; \"string, required\" would be one");
  }

  /** Whether every value that fitted the other type fits this one. */
  boolean acceptsAllOf(LockedArgument other) {
    return accepts(type, other.type);
  }

  private static boolean accepts(String type, String other) {
    for (String container : List.of(ARRAY, MAP)) {
      if (type.startsWith(container) && other.startsWith(container)) {
        return accepts(type.substring(container.length()), other.substring(container.length()));
      }
    }
    return type.equals(other)
        || (type.equals("number") && other.equals("integer"))
        || (type.equals("string") && other.startsWith(ENUM))
        || (type.startsWith(ENUM)
            && other.startsWith(ENUM)
            && values(type).containsAll(values(other)));
  }

  private static List<String> values(String type) {
    return Arrays.asList(type.substring(ENUM.length()).split("\\|"));
  }

  @Override
  public String toString() {
    return type + (required ? REQUIRED : OPTIONAL);
  }
}
