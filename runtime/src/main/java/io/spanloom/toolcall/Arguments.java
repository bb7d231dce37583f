package io.spanloom.toolcall;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments a tool is executed with, compared with those a model asked for.
 *
 * <p>Every member of the requested JSON object must equal the argument of that name. Arguments the
 * JSON does not name must be {@code null} or something JSON cannot say (a service handed to the
 * tool, for instance). A single text argument that is the requested JSON itself is equal as well.
 * Types without a JSON form of their own compare unequal: an object's accessors are never called.
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

  /** Whether the arguments equal those of the JSON text; malformed text equals nothing. */
  boolean equalTo(String json) {
    if (values.contains(json)) {
      return true;
    }
    try (JsonParser parser = JSON.createParser(json)) {
      return parser.nextToken() == JsonToken.START_OBJECT && equalMembers(parser);
    } catch (IOException malformed) {
      return false;
    }
  }

  private boolean equalMembers(JsonParser parser) throws IOException {
    boolean[] named = new boolean[names.size()];
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      int index = names.indexOf(parser.currentName());
      parser.nextToken();
      if (index < 0 || !equalValue(parser, values.get(index))) {
        return false;
      }
      named[index] = true;
    }
    for (int i = 0; i < named.length; i++) {
      if (!named[i] && saysSomething(values.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean saysSomething(@Nullable Object value) {
    return value instanceof CharSequence || value instanceof Number || value instanceof Boolean;
  }

  private static boolean equalValue(JsonParser parser, @Nullable Object value) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> value == null;
      case VALUE_TRUE, VALUE_FALSE -> Boolean.valueOf(parser.getBooleanValue()).equals(value);
      case VALUE_STRING -> parser.getText().equals(text(value));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          value instanceof Number number && equalNumber(parser.getDecimalValue(), number);
      case START_ARRAY -> value instanceof List<?> list && equalElements(parser, list);
      case START_OBJECT -> value instanceof Map<?, ?> map && equalEntries(parser, map);
      default -> false;
    };
  }

  private static @Nullable String text(@Nullable Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    return value instanceof CharSequence || value instanceof Character ? value.toString() : null;
  }

  private static boolean equalNumber(BigDecimal requested, Number actual) {
    try {
      return requested.compareTo(new BigDecimal(actual.toString())) == 0;
    } catch (NumberFormatException notFinite) {
      return false;
    }
  }

  private static boolean equalElements(JsonParser parser, List<?> list) throws IOException {
    Iterator<?> elements = list.iterator();
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
