package io.spanloom.internal.convention;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.internal.content.ContentPart;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the registry of attribute keys. */
final class KeyRegistryReader {

  private static final String EVERY_SPAN = "ALL";

  private final JsonParser json;
  private final List<Line> conventions = new ArrayList<>();
  private final Map<String, List<AttributeMapping>> mappings = new HashMap<>();
  private final Map<String, ContentPart> content = new HashMap<>();
  private final Map<SpanProperty, String> meanings = new EnumMap<>(SpanProperty.class);

  private KeyRegistryReader(JsonParser json) {
    this.json = json;
  }

  /**
   * Reads a registry.
   *
   * @throws IOException if the text is not JSON
   * @throws RuntimeException if it is not a registry
   */
  static KeyRegistry read(InputStream in) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(in)) {
      return new KeyRegistryReader(json).registry();
    }
  }

  private KeyRegistry registry() throws IOException {
    json.nextToken();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "conventions" -> lines(conventions::add);
        case "properties" -> Line.read(json).members.forEach(this::meaning);
        case "keys" -> lines(this::key);
        default -> json.skipChildren();
      }
    }
    if (conventions.isEmpty()) {
      throw new IllegalArgumentException("It lists no conventions");
    }
    return new KeyRegistry(
        conventions.stream().map(this::version).toList(),
        Map.copyOf(content),
        Map.copyOf(meanings));
  }

  private void lines(LineConsumer each) throws IOException {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      each.accept(Line.read(json));
    }
  }

  private void meaning(String property, List<String> text) {
    meanings.put(SpanProperty.valueOf(property), text.get(0));
  }

  private void key(Line line) {
    String key = line.text("key");
    String part = line.find("content");
    if (part != null) {
      content.put(key, ContentPart.valueOf(part));
    }
    List<String> users = line.list("conventions");
    if (!users.isEmpty()) {
      AttributeMapping mapping = mapping(line, typed(key, line.text("type")));
      users.forEach(id -> mappings.computeIfAbsent(id, any -> new ArrayList<>()).add(mapping));
    }
  }

  private static AttributeMapping mapping(Line line, AttributeKey<?> key) {
    String translation = line.find("translation");
    return new AttributeMapping(
        SpanProperty.valueOf(line.text("property")),
        key,
        roles(line.list("spans")),
        translation == null ? Translation.NONE : Translation.valueOf(translation),
        line.find("fallback"));
  }

  private static Set<SpanRole> roles(List<String> names) {
    if (names.contains(EVERY_SPAN)) {
      return EnumSet.allOf(SpanRole.class);
    }
    Set<SpanRole> roles = EnumSet.noneOf(SpanRole.class);
    names.forEach(name -> roles.add(SpanRole.valueOf(name)));
    return roles;
  }

  private static AttributeKey<?> typed(String key, String type) {
    return switch (type) {
      case "string" -> AttributeKey.stringKey(key);
      case "long" -> AttributeKey.longKey(key);
      case "double" -> AttributeKey.doubleKey(key);
      case "boolean" -> AttributeKey.booleanKey(key);
      case "string[]" -> AttributeKey.stringArrayKey(key);
      default -> throw new IllegalArgumentException(key + " has the unknown type " + type);
    };
  }

  private KeyRegistry.Version version(Line line) {
    String id = line.text("id");
    return new KeyRegistry.Version(
        id,
        line.find("schemaUrl"),
        line.find("event"),
        line.find("exceptionEvent"),
        new AttributeMappings(mappings.getOrDefault(id, List.of())));
  }

  /** Takes a line; it may not be what it should. */
  private interface LineConsumer {
    void accept(Line line) throws IOException;
  }

  /** An object whose members are texts or lists of texts; a text counts as a list of one. */
  private record Line(Map<String, List<String>> members) {

    static Line read(JsonParser json) throws IOException {
      Map<String, List<String>> members = new HashMap<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        List<String> texts = new ArrayList<>();
        if (json.nextToken() == JsonToken.START_ARRAY) {
          while (json.nextToken() == JsonToken.VALUE_STRING) {
            texts.add(json.getText());
          }
        } else {
          texts.add(json.getText());
        }
        members.put(name, texts);
      }
      return new Line(members);
    }

    String text(String name) {
      String text = find(name);
      if (text == null) {
        throw new IllegalArgumentException(members + " has no " + name);
      }
      return text;
    }

    @Nullable String find(String name) {
      List<String> texts = list(name);
      return texts.isEmpty() ? null : texts.get(0);
    }

    List<String> list(String name) {
      return members.getOrDefault(name, List.of());
    }
  }
}
