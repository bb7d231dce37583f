package io.spanloom.weaver.lock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spanloom.weaver.model.JsonText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A tool's JSON Schema, argument by argument: {@code page.items[].from} with its type in a line.
 *
 * <p>Descriptions and ranges are left out: they change what a model does, not which calls are
 * valid.
 */
final class ToolArguments {

  private static final String DEFINITIONS = "#/$defs/";

  private final JsonNode definitions;
  private final Map<String, LockedArgument> arguments = new TreeMap<>();
  private final Deque<String> open = new ArrayDeque<>();

  private ToolArguments(JsonNode definitions) {
    this.definitions = definitions;
  }

  /** The arguments by path; none where there is no schema. */
  static Map<String, LockedArgument> of(@Nullable String json) {
    if (json == null) {
      return Map.of();
    }
    JsonNode schema = JsonText.parse(json);
    ToolArguments reader = new ToolArguments(schema.path("$defs"));
    reader.addProperties("", schema);
    return reader.arguments;
  }

  /** The path of the argument that an argument is part of; empty for the tool itself. */
  static String parent(String path) {
    int end = Math.max(path.lastIndexOf('.'), 0);
    String parent = path.substring(0, end);
    while (parent.endsWith("[]") || parent.endsWith("{}")) {
      parent = parent.substring(0, parent.length() - 2);
    }
    return parent;
  }

  private void addProperties(String prefix, JsonNode structure) {
    Set<String> required = new HashSet<>();
    structure.path("required").forEach(name -> required.add(name.asText()));
    for (Map.Entry<String, JsonNode> property : structure.path("properties").properties()) {
      String path = prefix + property.getKey();
      String type = type(path, property.getValue());
      arguments.put(path, new LockedArgument(type, required.contains(property.getKey())));
    }
  }

  /** The type of what stands at a path; what a structure consists of is added below the path. */
  private String type(String path, JsonNode schema) {
    if (schema.has("$ref")) {
      return referencedType(path, schema.path("$ref").asText());
    }
    for (String alternatives : List.of("oneOf", "anyOf")) {
      if (schema.has(alternatives)) {
        return "one of " + alternatives(schema.path(alternatives));
      }
    }
    return switch (schema.path("type").asText("any")) {
      case "array" -> LockedArgument.ARRAY + type(path + "[]", schema.path("items"));
      case "object" -> objectType(path, schema);
      case "string" -> stringType(schema);
      default -> schema.path("type").asText("any");
    };
  }

  private String referencedType(String path, String reference) {
    String name = reference.replace(DEFINITIONS, "");
    if (open.contains(name)) {
      return "recursive " + name;
    }
    open.push(name);
    String type = type(path, definitions.path(name));
    open.pop();
    return type;
  }

  private String objectType(String path, JsonNode schema) {
    if (schema.has("properties")) {
      addProperties(path + ".", schema);
      return "object";
    }
    JsonNode values = schema.path("additionalProperties");
    return values.isObject() ? LockedArgument.MAP + type(path + "{}", values) : "object";
  }

  private static String stringType(JsonNode schema) {
    if (schema.has("enum")) {
      List<String> values = new ArrayList<>();
      schema.path("enum").forEach(value -> values.add(value.asText()));
      return values.stream().sorted().collect(Collectors.joining("|", LockedArgument.ENUM, ""));
    }
    for (String form : List.of("format", "pattern")) {
      if (schema.has(form)) {
        return "string " + form + " " + schema.path(form).asText();
      }
    }
    return "string";
  }

  private static String alternatives(JsonNode options) {
    List<String> texts = new ArrayList<>();
    options.forEach(option -> texts.add(withoutDescriptions(option.deepCopy()).toString()));
    return texts.stream().sorted().collect(Collectors.joining(" | "));
  }

  private static JsonNode withoutDescriptions(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.path("description").isTextual()) {
      object.remove("description");
    }
    schema.forEach(ToolArguments::withoutDescriptions);
    return schema;
  }
}
