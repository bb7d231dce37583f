package io.spanloom.maven.blueprint;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A blueprint as JSON, its members as the records name them, null left out.
 *
 * <p>Equal blueprints are equal JSON: there are no time stamps and no machine's paths in it.
 * Members that are not known are skipped when it is read.
 */
public final class BlueprintJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private BlueprintJson() {}

  /** Writes a blueprint. */
  public static ObjectNode write(Blueprint blueprint) {
    return MAPPER.valueToTree(blueprint);
  }

  /**
   * Reads a blueprint.
   *
   * @throws JsonProcessingException if the JSON is no blueprint
   */
  public static Blueprint read(JsonNode json) throws JsonProcessingException {
    return MAPPER.treeToValue(json, Blueprint.class);
  }
}
