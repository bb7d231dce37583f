package io.spanloom.processor.registry;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.spanloom.processor.model.AttributeType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The attribute keys of all versions of the conventions, from the file that the runtime and the
 * Maven plugin read too ({@code registry/attribute-keys.json} in our sources).
 */
final class KeyRegistry {

  private static final String FILE = "attribute-keys.json";
  private static final KeyRegistry BUNDLED = read();

  private final Set<String> keys = new LinkedHashSet<>();
  private final Map<String, AttributeType> types = new LinkedHashMap<>();
  private final Set<String> content = new LinkedHashSet<>();
  private final List<String> reserved = new ArrayList<>();
  private final List<String> families = new ArrayList<>();

  private KeyRegistry() {}

  static KeyRegistry bundled() {
    return BUNDLED;
  }

  private static KeyRegistry read() {
    KeyRegistry registry = new KeyRegistry();
    try (InputStream in = requireNonNull(KeyRegistry.class.getResourceAsStream(FILE), FILE);
        JsonParser json = new JsonFactory().createParser(in)) {
      registry.read(json);
      return registry;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** All keys. */
  Set<String> keys() {
    return keys;
  }

  /** The types of keys; where versions differ, that of the first. */
  Map<String, AttributeType> types() {
    return types;
  }

  /** The keys whose values are content. */
  Set<String> content() {
    return content;
  }

  /** What keys begin with that nobody but the conventions names so. */
  List<String> reserved() {
    return reserved;
  }

  /** What keys begin with that go on with an index, or with a provider's or a later word. */
  List<String> families() {
    return families;
  }

  private void read(JsonParser json) throws IOException {
    json.nextToken();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "reserved" -> readTexts(json, reserved);
        case "families" -> readTexts(json, families);
        case "keys" -> readKeys(json);
        default -> json.skipChildren();
      }
    }
  }

  private static void readTexts(JsonParser json, List<String> texts) throws IOException {
    while (json.nextToken() == JsonToken.VALUE_STRING) {
      texts.add(json.getText());
    }
  }

  private void readKeys(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      Map<String, String> members = new LinkedHashMap<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (json.nextToken() == JsonToken.VALUE_STRING) {
          members.put(name, json.getText());
        } else {
          json.skipChildren();
        }
      }
      add(members);
    }
  }

  private void add(Map<String, String> line) {
    String key = requireNonNull(line.get("key"));
    keys.add(key);
    for (AttributeType type : AttributeType.values()) {
      if (type.text().equals(line.get("type"))) {
        types.putIfAbsent(key, type);
      }
    }
    if (line.containsKey("content")) {
      content.add(key);
    }
  }
}
