package io.spanloom.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as JSON within a budget of characters; what does not fit is left out or cut, and
 * the text stays valid JSON.
 *
 * <p>Only JDK scalars, maps, collections and arrays are looked into. Any other object is written as
 * its type's name: its accessors and {@code toString} are the traced program's code and may have
 * effects.
 */
final class BoundedJson {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int MAX_DEPTH = 16;

  private final JsonGenerator out;
  private final Redactor redactor;
  private int budget;

  private BoundedJson(JsonGenerator out, int budget, Redactor redactor) {
    this.out = out;
    this.budget = budget;
    this.redactor = redactor;
  }

  static String write(@Nullable Object value, int maxLength, Redactor redactor) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      new BoundedJson(out, maxLength, redactor).value(value, 0);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private void value(@Nullable Object value, int depth) throws IOException {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof Number number && isJdk(value)) {
      number(number);
    } else if (value instanceof Boolean bool) {
      out.writeBoolean(bool);
    } else if (value instanceof Enum<?> constant) {
      text(constant.name());
    } else if (value instanceof CharSequence || value instanceof Character) {
      text(head(value));
    } else if (value instanceof RawJson json) {
      raw(json.text());
    } else if (isJdk(value) && value instanceof Comparable<?>) {
      text(value.toString()); // dates, UUIDs and other JDK values
    } else {
      container(value, depth);
    }
  }

  /** The start of a text, so that a huge one is never copied whole. */
  private String head(Object value) {
    if (value instanceof String string) {
      return ContentPolicy.cut(string, 4L * Math.max(budget, 16));
    }
    if (value instanceof CharSequence chars && isJdk(value)) {
      return chars.subSequence(0, Math.min(chars.length(), 4 * Math.max(budget, 16))).toString();
    }
    return isJdk(value) ? value.toString() : typeName(value);
  }

  private void container(Object value, int depth) throws IOException {
    if (depth >= MAX_DEPTH || !(isJdk(value) || value.getClass().isArray())) {
      text(typeName(value));
    } else if (value instanceof Map<?, ?> map) {
      object(map, depth);
    } else if (value instanceof Collection<?> collection) {
      array(collection, depth);
    } else if (value.getClass().isArray()) {
      elements(value, depth);
    } else {
      text(typeName(value));
    }
  }

  private void object(Map<?, ?> map, int depth) throws IOException {
    out.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (budget <= 0) {
        break;
      }
      name(entry.getKey() instanceof String key ? key : String.valueOf(entry.getKey()));
      value(entry.getValue(), depth + 1);
    }
    out.writeEndObject();
  }

  private void array(Collection<?> collection, int depth) throws IOException {
    out.writeStartArray();
    for (Object element : collection) {
      if (budget <= 0) {
        break;
      }
      value(element, depth + 1);
    }
    out.writeEndArray();
  }

  private void elements(Object array, int depth) throws IOException {
    out.writeStartArray();
    for (int i = 0; i < Array.getLength(array) && budget > 0; i++) {
      value(Array.get(array, i), depth + 1);
    }
    out.writeEndArray();
  }

  private void raw(String json) throws IOException {
    if (!isJson(json)) {
      text(head(json));
      return;
    }
    try (JsonParser in = JSON.createParser(json)) {
      in.nextToken();
      copy(in);
    }
  }

  /** Asked before anything is written: half a value cannot be taken back. */
  private static boolean isJson(String text) {
    try (JsonParser in = JSON.createParser(text)) {
      if (in.nextToken() == null) {
        return false;
      }
      in.skipChildren();
      return in.nextToken() == null;
    } catch (IOException notJson) {
      return false;
    }
  }

  private void copy(JsonParser in) throws IOException {
    JsonToken token = in.currentToken();
    switch (token) {
      case START_OBJECT -> copyObject(in);
      case START_ARRAY -> copyArray(in);
      case VALUE_STRING -> text(in.getText());
      default -> {
        budget -= in.getTextLength() + 1;
        out.copyCurrentEvent(in);
      }
    }
  }

  private void copyObject(JsonParser in) throws IOException {
    out.writeStartObject();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      if (budget > 0) {
        name(name);
        copy(in);
      } else {
        in.skipChildren();
      }
    }
    out.writeEndObject();
  }

  private void copyArray(JsonParser in) throws IOException {
    out.writeStartArray();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      if (budget > 0) {
        copy(in);
      } else {
        in.skipChildren();
      }
    }
    out.writeEndArray();
  }

  private void name(String name) throws IOException {
    String shown = ContentPolicy.cut(name, Math.max(budget, 1));
    budget -= shown.length() + 4;
    out.writeFieldName(shown);
  }

  private void text(String text) throws IOException {
    String shown = ContentPolicy.cut(redactor.redact(text), Math.max(budget, 1));
    budget -= shown.length() + 3;
    out.writeString(shown);
  }

  private void number(Number number) throws IOException {
    String digits = number.toString();
    budget -= digits.length() + 1;
    if (number instanceof Double || number instanceof Float) {
      out.writeNumber(number.doubleValue());
    } else {
      out.writeNumber(digits);
    }
  }

  private static String typeName(Object value) {
    return "<" + value.getClass().getTypeName() + ">";
  }

  private static boolean isJdk(Object value) {
    ClassLoader loader = value.getClass().getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }
}
