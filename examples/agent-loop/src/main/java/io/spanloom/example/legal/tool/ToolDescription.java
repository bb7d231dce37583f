package io.spanloom.example.legal.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A tool as the model sees it.
 *
 * @param schema the JSON Schema of the arguments, an object
 */
public record ToolDescription(String name, String purpose, JsonNode schema) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A tool as the compiler described it from its method: the span says the same. */
  static ToolDescription of(String name, String purpose, String schema) {
    try {
      return new ToolDescription(name, purpose, JSON.readTree(schema));
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException("The schema of " + name + " is not JSON", impossible);
    }
  }
}
