package io.spanloom.internal.capture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.spanloom.internal.content.ForeignJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tool's arguments given as JSON text, captured like those of a method. */
final class JsonArguments {

  private static final JsonFactory JSON = ForeignJson.FACTORY;

  /** Longer texts are told as they are: nobody compares or reads them member by member. */
  private static final int MAX_LENGTH = 1 << 20;

  private JsonArguments() {}

  /** Each member of a JSON object is an argument; any other text is the only one, unless blank. */
  static void addTo(KeyedValues<String> inputs, String text) {
    if (text.isBlank()) {
      return;
    }
    Map<String, @Nullable Object> members = text.length() > MAX_LENGTH ? null : members(text);
    if (members == null) {
      inputs.add("arguments", text);
    } else {
      members.forEach(inputs::add);
    }
  }

  private static @Nullable Map<String, @Nullable Object> members(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
      Map<String, @Nullable Object> members = isObject ? object(parser) : null;
      return parser.nextToken() == null ? members : null;
    } catch (IOException malformed) {
      return null;
    }
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value(parser));
    }
    return members;
  }

  private static List<@Nullable Object> array(JsonParser parser) throws IOException {
    List<@Nullable Object> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(parser));
    }
    return elements;
  }

  /** Nesting is bounded by the parser itself. */
  private static @Nullable Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      case VALUE_STRING -> parser.getText();
      default -> null;
    };
  }
}
