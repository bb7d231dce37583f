package io.spanloom.weaver.model;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The members of an object that are neither objects nor arrays, by name. */
final class ObjectMembers {

  private static final int LONGEST_QUOTE = 100;

  private final JsonParser json;
  private final String owner;
  private final Map<String, String> texts = new HashMap<>();

  ObjectMembers(JsonParser json, String owner) {
    this.json = json;
    this.owner = owner;
  }

  void add(String name) throws IOException {
    if (json.currentToken().isScalarValue() && !json.hasToken(JsonToken.VALUE_NULL)) {
      texts.put(name, json.getText());
    }
    json.skipChildren();
  }

  String text(String name) throws JsonParseException {
    return found(name, textOrNull(name));
  }

  String text(String name, Predicate<String> rule) throws JsonParseException {
    String text = text(name);
    if (!rule.test(text)) {
      throw new JsonParseException(
          json, "%s has an illegal \"%s\": %s".formatted(owner, name, shortened(text)));
    }
    return text;
  }

  @Nullable String textOrNull(String name) {
    return texts.get(name);
  }

  boolean flag(String name) {
    return Boolean.parseBoolean(texts.get(name));
  }

  int number(String name) throws JsonParseException {
    try {
      return Integer.parseInt(texts.getOrDefault(name, "0"));
    } catch (NumberFormatException other) {
      throw new JsonParseException(
          json, "%s has a \"%s\" that is no number".formatted(owner, name), other);
    }
  }

  <T> T found(String name, @Nullable T value) throws JsonParseException {
    if (value == null) {
      throw new JsonParseException(json, "%s lacks \"%s\"".formatted(owner, name));
    }
    return value;
  }

  /** Fit for a message. */
  private static String shortened(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
  }
}
