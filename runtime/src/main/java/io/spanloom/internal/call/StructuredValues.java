package io.spanloom.internal.call;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.opentelemetry.api.common.Value;
import io.spanloom.internal.content.ForeignJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON that was redacted and bounded already, as the structured values of log records.
 *
 * <p>Values came with OpenTelemetry 1.42, so no signature here names their type: with an older one,
 * reflection over this class would fail.
 */
final class StructuredValues {

  private static final JsonFactory JSON = ForeignJson.FACTORY;

  private StructuredValues() {}

  /** The value a JSON text stands for; a text that is no JSON stands for itself. */
  static Object parse(String json) {
    try (JsonParser in = JSON.createParser(json)) {
      JsonToken first = in.nextToken();
      return first == null ? Value.of(json) : value(in);
    } catch (IOException notJson) {
      return Value.of(json);
    }
  }

  private static Object value(JsonParser in) throws IOException {
    return switch (in.currentToken()) {
      case START_OBJECT -> object(in);
      case START_ARRAY -> array(in);
      case VALUE_TRUE -> Value.of(true);
      case VALUE_FALSE -> Value.of(false);
      case VALUE_NULL -> Value.empty();
      case VALUE_NUMBER_INT -> integer(in);
      case VALUE_NUMBER_FLOAT -> Value.of(in.getDoubleValue());
      default -> Value.of(in.getText());
    };
  }

  private static Object integer(JsonParser in) throws IOException {
    return in.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? Value.of(in.getText())
        : Value.of(in.getLongValue());
  }

  private static Object object(JsonParser in) throws IOException {
    Map<String, Value<?>> members = new LinkedHashMap<>();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      members.put(name, (Value<?>) value(in));
    }
    return Value.of(members);
  }

  private static Object array(JsonParser in) throws IOException {
    List<Value<?>> elements = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      elements.add((Value<?>) value(in));
    }
    return Value.of(elements);
  }
}
