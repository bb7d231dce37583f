package io.spanloom.toolcall;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.spanloom.content.JdkTypes;
import java.io.IOException;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The arguments a tool is executed with, compared with those a model asked for.
 *
 * <p>Every member of the requested JSON object must equal the argument of that name. Arguments the
 * JSON does not name must be {@code null} or something JSON cannot say (a service handed to the
 * tool, for instance); otherwise they may be the program's own defaults, and the JSON is {@link
 * Likeness#CONTAINED}. An argument that is the requested JSON itself, as text or as a map, is equal
 * as well. Types without a JSON form of their own compare unequal: an object's accessors are never
 * called.
 */
public final class Arguments {

  private static final JsonFactory JSON = new JsonFactory();

  private final List<String> names;
  private final List<? extends @Nullable Object> values;

  /** Arguments by name, in the order of the parameters. */
  public Arguments(List<String> names, List<? extends @Nullable Object> values) {
    this.names = names;
    this.values = values;
  }

  /** How the arguments compare with those of the JSON text; malformed text is like nothing. */
  Likeness likeness(String json) {
    try {
      for (Object value : values) {
        if (isAllOf(json, value)) {
          return Likeness.EQUAL;
        }
      }
      try (JsonParser parser = JSON.createParser(json)) {
        return parser.nextToken() == JsonToken.START_OBJECT ? likeness(parser) : Likeness.NONE;
      }
    } catch (IOException malformed) {
      return Likeness.NONE;
    }
  }

  /** How much of the arguments a model asked for. */
  enum Likeness {
    /** All of them. */
    EQUAL,
    /** Some of them; the others are the program's. */
    CONTAINED,
    /** The model asked for others. */
    NONE
  }

  private static boolean isAllOf(String json, @Nullable Object value) throws IOException {
    if (value instanceof String text) {
      return text.equals(json) || (text.startsWith("{") && haveSameTokens(text, json));
    }
    if (value instanceof Map<?, ?> map && !map.isEmpty() && JdkTypes.isContainer(map)) {
      try (JsonParser parser = JSON.createParser(json)) {
        return parser.nextToken() == JsonToken.START_OBJECT && equalEntries(parser, map);
      }
    }
    return false;
  }

  /** Whether two texts differ in white space alone. */
  private static boolean haveSameTokens(String one, String other) throws IOException {
    try (JsonParser left = JSON.createParser(one);
        JsonParser right = JSON.createParser(other)) {
      JsonToken token = left.nextToken();
      while (token != null) {
        if (token != right.nextToken() || !left.getText().equals(right.getText())) {
          return false;
        }
        token = left.nextToken();
      }
      return right.nextToken() == null;
    }
  }

  private Likeness likeness(JsonParser parser) throws IOException {
    boolean[] named = new boolean[names.size()];
    int members = 0;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      int index = names.indexOf(parser.currentName());
      parser.nextToken();
      if (index < 0 || !equalValue(parser, values.get(index))) {
        return Likeness.NONE;
      }
      named[index] = true;
      members++;
    }
    for (int i = 0; i < named.length; i++) {
      if (!named[i] && saysSomething(values.get(i))) {
        return members == 0 ? Likeness.NONE : Likeness.CONTAINED;
      }
    }
    return Likeness.EQUAL;
  }

  private static boolean saysSomething(@Nullable Object value) {
    Object said = JdkTypes.unwrapped(value);
    return said instanceof Number || said instanceof Boolean || text(said) != null;
  }

  private static boolean equalValue(JsonParser parser, @Nullable Object given) throws IOException {
    Object value = JdkTypes.unwrapped(given);
    return switch (parser.currentToken()) {
      case VALUE_NULL -> value == null;
      case VALUE_TRUE, VALUE_FALSE -> Boolean.valueOf(parser.getBooleanValue()).equals(value);
      case VALUE_STRING -> parser.getText().equals(text(value));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          value instanceof Number number && equalNumber(parser.getDecimalValue(), number);
      case START_ARRAY -> {
        Iterator<?> elements = elements(value);
        yield elements != null && equalElements(parser, elements);
      }
      case START_OBJECT -> value instanceof Map<?, ?> map && equalEntries(parser, map);
      default -> false;
    };
  }

  /** A text, constant, date or the like as JSON says it. */
  private static @Nullable String text(@Nullable Object value) {
    if (value instanceof CharSequence) {
      return value.toString();
    }
    return value == null || value instanceof Boolean
        ? null
        : JdkTypes.text(value, Integer.MAX_VALUE / 4);
  }

  private static boolean equalNumber(BigDecimal requested, Number actual) {
    try {
      return requested.compareTo(new BigDecimal(actual.toString())) == 0;
    } catch (NumberFormatException notFinite) {
      return false;
    }
  }

  private static @Nullable Iterator<?> elements(@Nullable Object value) {
    if (value instanceof Collection<?> collection) {
      return collection instanceof List<?> || JdkTypes.isContainer(collection)
          ? collection.iterator()
          : null;
    }
    return value != null && value.getClass().isArray()
        ? IntStream.range(0, Array.getLength(value)).mapToObj(i -> Array.get(value, i)).iterator()
        : null;
  }

  private static boolean equalElements(JsonParser parser, Iterator<?> elements) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (!elements.hasNext() || !equalValue(parser, elements.next())) {
        return false;
      }
    }
    return !elements.hasNext();
  }

  private static boolean equalEntries(JsonParser parser, Map<?, ?> map) throws IOException {
    int entries = 0;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      Object value = map.get(parser.currentName());
      parser.nextToken();
      if (!equalValue(parser, value)) {
        return false;
      }
      entries++;
    }
    return entries == map.size();
  }
}
