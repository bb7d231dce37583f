package io.spanloom.processor.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The registry of attribute keys is well-formed: readers skip what they do not know. */
class KeyRegistryTest {

  private static final Path FILE = Path.of("..", "registry", "attribute-keys.json");

  private static final String SCHEMA =
      """
      {
        "type": "object",
        "additionalProperties": false,
        "required": ["conventions", "reserved", "families", "properties", "keys"],
        "properties": {
          "conventions": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": ["id", "convention", "version"],
              "properties": {
                "id": {"type": "string"},
                "convention": {"enum": ["openinference", "genai"]},
                "version": {"type": "string"},
                "schemaUrl": {"type": "string", "pattern": "^https://opentelemetry.io/schemas/"},
                "event": {"type": "string"},
                "exceptionEvent": {"type": "string"}
              }
            }
          },
          "reserved": {"type": "array", "items": {"type": "string", "pattern": "\\\\.$"}},
          "families": {"type": "array", "items": {"type": "string", "pattern": "\\\\.$"}},
          "properties": {"type": "object", "additionalProperties": {"type": "string", "minLength": 4}},
          "keys": {
            "type": "array",
            "items": {
              "type": "object",
              "additionalProperties": false,
              "required": ["key"],
              "properties": {
                "key": {"type": "string", "pattern": "^[a-z][a-z0-9_.]*[a-z0-9]$"},
                "type": {"enum": ["string", "long", "double", "boolean", "string[]", "document[]"]},
                "content": {"type": "string"},
                "property": {"type": "string"},
                "spans": {
                  "type": "array",
                  "minItems": 1,
                  "uniqueItems": true,
                  "items": {
                    "enum": ["ALL", "WORKFLOW", "AGENT", "TASK", "TOOL", "LLM", "RETRIEVAL",
                             "EMBEDDING", "RERANK", "GUARDRAIL", "EVALUATION"]
                  }
                },
                "conventions": {"type": "array", "minItems": 1, "uniqueItems": true},
                "translation": {"type": "string"},
                "fallback": {"type": "string"}
              },
              "dependentRequired": {
                "property": ["type", "spans", "conventions"],
                "spans": ["property"],
                "conventions": ["property"],
                "translation": ["property"],
                "fallback": ["property"]
              }
            }
          }
        }
      }
      """;

  private final JsonNode registry = new ObjectMapper().readTree(FILE.toFile());

  @Test
  void theFileFitsItsSchema() throws IOException {
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SCHEMA)
                .validate(Files.readString(FILE), InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void linesNameConventionsAndPropertiesThatAreListed() {
    Set<String> ids = new HashSet<>();
    registry.get("conventions").forEach(convention -> ids.add(convention.get("id").asString()));
    for (JsonNode line : registry.get("keys")) {
      line.path("conventions").forEach(id -> assertThat(ids).contains(id.asString()));
      if (line.has("property")) {
        assertThat(registry.get("properties").has(line.get("property").asString()))
            .as(line.toString())
            .isTrue();
      }
    }
  }

  @Test
  void linesOfAKeyAgreeOnWhetherItIsContent() {
    Map<String, String> content = new HashMap<>();
    for (JsonNode line : registry.get("keys")) {
      String part = line.path("content").asString("");
      assertThat(content.merge(line.get("key").asString(), part, (first, other) -> first))
          .as(line.toString())
          .isEqualTo(part);
    }
  }

  @Test
  void aKeyThatNoConventionPutsOnSpansHasOneLine() {
    Set<String> written = new HashSet<>();
    Set<String> others = new HashSet<>();
    for (JsonNode line : registry.get("keys")) {
      String key = line.get("key").asString();
      if (line.has("property")) {
        written.add(key);
      } else {
        assertThat(others.add(key)).as(key).isTrue();
      }
    }
    assertThat(others).doesNotContainAnyElementsOf(written);
  }

  @Test
  void keysOfEveryVersionAreKnown() {
    assertThat(
            List.of(
                "gen_ai.system",
                "gen_ai.retrieval.top_k",
                "gen_ai.usage.prompt_tokens",
                "llm.cost.total",
                "openinference.span.kind"))
        .allMatch(ConventionKeys::isKnown);
    assertThat(ConventionKeys.isKnown("gen_ai.sistem")).isFalse();
    assertThat(ConventionKeys.isReserved("gen_ai.sistem")).isTrue();
    assertThat(ConventionKeys.beside("tag.tag")).containsExactly("tag.tags");
  }
}
