package io.spanloom.toolcall;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.spanloom.content.JdkTypes;
import io.spanloom.content.ObjectForm;
import io.spanloom.content.ObjectReading;
import java.io.IOException;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The arguments a tool is executed with, compared with those a model asked for.
 *
 * <p>Every member of the requested JSON object must equal the argument of that name. Arguments the
 * JSON does not name must be {@code null} or something JSON cannot say (a service handed to the
 * tool, for instance); otherwise they may be the program's own defaults, and the JSON is {@link
 * Likeness#CONTAINED}. An argument that is the requested JSON itself, as text, as a map or as an
 * object, is equal as well. Objects compare by the accessors that the compiler named; types without
 * a JSON form compare unequal.
 */
public final class Arguments {

  private static final JsonFactory JSON = new JsonFactory();

  private final List<String> names;
  private final List<? extends @Nullable Object> values;
  private final ObjectReading objects;

  /** Arguments by name, in the order of the parameters. */
  public Arguments(
      List<String> names, List<? extends @Nullable Object> values, ObjectReading objects) {
    this.names = names;
    this.values = values;
    this.objects = objects;
  }

  /** How the arguments compare with those of the JSON text; malformed text is like nothing. */
  Likeness likeness(String json) {
    try {
      for (Object value : values) {
        Likeness whole = likenessToAllOf(json, objects.unwrapped(value));
        if (whole != Likeness.NONE) {
          return whole;
        }
      }
      return members(json, names, values::get);
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
    NONE;

    static Likeness of(boolean equal) {
      return equal ? EQUAL : NONE;
    }

    /** That of two values together. */
    Likeness and(Likeness other) {
      return compareTo(other) < 0 ? other : this;
    }
  }

  private Likeness likenessToAllOf(String json, @Nullable Object value) throws IOException {
    if (value instanceof String text) {
      return Likeness.of(text.equals(json) || (text.startsWith("{") && haveSameTokens(text, json)));
    }
    if (value instanceof Map<?, ?> map && !map.isEmpty() && JdkTypes.isContainer(map)) {
      try (JsonParser parser = JSON.createParser(json)) {
        return parser.nextToken() == JsonToken.START_OBJECT ? entries(parser, map) : Likeness.NONE;
      }
    }
    ObjectForm form = objects.form(value);
    return form == null || value == null
        ? Likeness.NONE
        : members(json, form.members(), member -> objects.read(form, value, member));
  }

  private Likeness members(String json, List<String> members, IntFunction<@Nullable Object> values)
      throws IOException {
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Likeness.NONE;
      }
      Likeness likeness = members(parser, members, values);
      // To be contained in everything is no likeness.
      return likeness == Likeness.CONTAINED && isEmpty(json) ? Likeness.NONE : likeness;
    }
  }

  private static boolean isEmpty(String json) throws IOException {
    try (JsonParser parser = JSON.createParser(json)) {
      return parser.nextToken() == JsonToken.START_OBJECT
          && parser.nextToken() == JsonToken.END_OBJECT;
    }
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

  private Likeness members(
      JsonParser parser, List<String> members, IntFunction<@Nullable Object> values)
      throws IOException {
    boolean[] named = new boolean[members.size()];
    Likeness likeness = Likeness.EQUAL;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      int index = members.indexOf(parser.currentName());
      parser.nextToken();
      likeness = index < 0 ? Likeness.NONE : likeness.and(value(parser, values.apply(index)));
      if (likeness == Likeness.NONE) {
        return likeness;
      }
      named[index] = true;
    }
    for (int i = 0; i < named.length; i++) {
      if (!named[i] && saysSomething(values.apply(i))) {
        return Likeness.CONTAINED;
      }
    }
    return likeness;
  }

  private boolean saysSomething(@Nullable Object value) {
    Object said = objects.unwrapped(value);
    return said instanceof Number || said instanceof Boolean || text(said) != null;
  }

  private Likeness value(JsonParser parser, @Nullable Object given) throws IOException {
    Object value = objects.unwrapped(given);
    return switch (parser.currentToken()) {
      case VALUE_NULL -> Likeness.of(value == null);
      case VALUE_TRUE, VALUE_FALSE ->
          Likeness.of(Boolean.valueOf(parser.getBooleanValue()).equals(value));
      case VALUE_STRING -> Likeness.of(parser.getText().equals(text(value)));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          Likeness.of(
              value instanceof Number number && equalNumber(parser.getDecimalValue(), number));
      case START_ARRAY -> {
        Iterator<?> elements = elements(value);
        yield elements == null ? Likeness.NONE : elements(parser, elements);
      }
      case START_OBJECT -> value == null ? Likeness.NONE : object(parser, value);
      default -> Likeness.NONE;
    };
  }

  private Likeness object(JsonParser parser, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      return entries(parser, map);
    }
    ObjectForm form = objects.form(value);
    return form == null
        ? Likeness.NONE
        : members(parser, form.members(), member -> objects.read(form, value, member));
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

  private Likeness elements(JsonParser parser, Iterator<?> elements) throws IOException {
    Likeness likeness = Likeness.EQUAL;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      likeness = elements.hasNext() ? likeness.and(value(parser, elements.next())) : Likeness.NONE;
      if (likeness == Likeness.NONE) {
        return likeness;
      }
    }
    return Likeness.of(!elements.hasNext()).and(likeness);
  }

  private Likeness entries(JsonParser parser, Map<?, ?> map) throws IOException {
    Likeness likeness = Likeness.EQUAL;
    int entries = 0;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      Object value = map.get(parser.currentName());
      parser.nextToken();
      likeness = likeness.and(value(parser, value));
      if (likeness == Likeness.NONE) {
        return likeness;
      }
      entries++;
    }
    return Likeness.of(entries == map.size()).and(likeness);
  }
}
