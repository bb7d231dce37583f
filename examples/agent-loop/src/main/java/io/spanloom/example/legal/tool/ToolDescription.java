package io.spanloom.example.legal.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A tool as the model sees it.
 *
 * @param properties the JSON Schema of each argument, by name; all are required
 */
public record ToolDescription(
    String name, String purpose, Map<String, Map<String, Object>> properties) {

  /** A tool without arguments. */
  static ToolDescription of(String name, String purpose) {
    return new ToolDescription(name, purpose, Map.of());
  }

  ToolDescription text(String argument, String meaning) {
    return with(argument, Map.of("type", "string", "description", meaning));
  }

  ToolDescription integer(String argument, String meaning) {
    return with(argument, Map.of("type", "integer", "description", meaning));
  }

  ToolDescription texts(String argument, String meaning) {
    return with(
        argument,
        Map.of("type", "array", "items", Map.of("type", "string"), "description", meaning));
  }

  /** The JSON Schema of all arguments. */
  public Map<String, Object> schema() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", List.copyOf(properties.keySet()));
    schema.put("additionalProperties", false);
    return schema;
  }

  /** Sorted, so that the prompt is the same in every run and a prompt cache can know it. */
  private ToolDescription with(String argument, Map<String, Object> schema) {
    Map<String, Map<String, Object>> all = new LinkedHashMap<>(properties);
    all.put(argument, new TreeMap<>(schema));
    return new ToolDescription(name, purpose, all);
  }
}
