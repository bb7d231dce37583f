package io.spanloom.cost;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The text of a price table; says where it is not one, in words that quote nothing of it. */
final class PriceJson {

  /** Far beyond any price table. */
  private static final int MAX_BYTES = 16 * 1024 * 1024;

  private static final int MAX_NAMES = 10_000;
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonParser parser;

  private PriceJson(JsonParser parser) {
    this.parser = parser;
  }

  /** Reads a text to its end. */
  static <T> T parse(InputStream text, Reading<T> reading) throws IOException {
    try (JsonParser parser = JSON.createParser(new BoundedStream(text, MAX_BYTES))) {
      PriceJson json = new PriceJson(parser);
      try {
        parser.nextToken();
        T read = reading.read(json);
        if (parser.nextToken() != null) {
          throw json.problem("The price table ends before");
        }
        return read;
      } catch (JsonProcessingException noJson) {
        JsonLocation at = noJson.getLocation();
        throw new PriceTableException(
            "This is no JSON",
            at == null ? 0 : at.getLineNr(),
            at == null ? 0 : at.getColumnNr(),
            null); // its message quotes the text
      }
    }
  }

  /** The value that is read now must be an object. */
  void expectObject(String what) throws IOException {
    expect(JsonToken.START_OBJECT, what + " must be an object");
  }

  /** Goes on to the value of the next member, if there is one. */
  boolean nextMember() throws IOException {
    if (parser.nextToken() != JsonToken.FIELD_NAME) {
      return false;
    }
    parser.nextToken();
    return true;
  }

  /** Goes on to the next element, if there is one. */
  boolean nextElement() throws IOException {
    return parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null;
  }

  /** The name of the member whose value is read now. */
  String member() throws IOException {
    return parser.currentName();
  }

  /** The same, if it is no longer than a model's or provider's name may be. */
  String name() throws IOException {
    return bounded(member());
  }

  void expectArray(String what) throws IOException {
    expect(JsonToken.START_ARRAY, what + " must be an array");
  }

  String text(String what) throws IOException {
    expect(JsonToken.VALUE_STRING, what + " must be a text");
    return bounded(parser.getText());
  }

  /** Names in lower case. */
  List<String> names(String what) throws IOException {
    List<String> names = new ArrayList<>();
    expectArray(what);
    while (nextElement()) {
      names.add(text("Each of " + what).toLowerCase(Locale.ROOT));
      if (names.size() > MAX_NAMES) {
        throw problem("There are more than " + MAX_NAMES + " in " + what);
      }
    }
    return names;
  }

  boolean isObject() {
    return parser.currentToken() == JsonToken.START_OBJECT;
  }

  double price() throws IOException {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
      throw problem("A price must be a number");
    }
    double price = parser.getDoubleValue();
    if (price < 0 || !Double.isFinite(price)) {
      throw problem("A price must not be negative or infinite");
    }
    return price;
  }

  void skip() throws IOException {
    parser.skipChildren();
  }

  /** What is wrong, with the place that is read now. */
  PriceTableException problem(String problem) {
    JsonLocation at = parser.currentTokenLocation();
    return new PriceTableException(problem, at.getLineNr(), at.getColumnNr(), null);
  }

  private String bounded(String text) throws IOException {
    if (text.length() > PriceLookup.MAX_NAME) {
      throw problem("A name has at most " + PriceLookup.MAX_NAME + " characters");
    }
    return text;
  }

  private void expect(JsonToken expected, String problem) throws IOException {
    if (parser.currentToken() != expected) {
      throw problem(problem);
    }
  }

  /** What is read of a text. */
  interface Reading<T> {

    T read(PriceJson json) throws IOException;
  }
}
