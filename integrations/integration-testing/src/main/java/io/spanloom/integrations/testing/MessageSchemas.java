package io.spanloom.integrations.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.testing.RecordedSpans;
import io.spanloom.testing.SpanloomExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Fails each test of the integrations whose spans have messages, tool definitions or documents that
 * do not follow the GenAI conventions' schemas; JUnit registers it in all modules that have this
 * one on their class path.
 *
 * <p>The schemas are those of open-telemetry/semantic-conventions-genai (Apache License 2.0). They
 * accept any object with a type as a part; here a part of a type that has a schema must follow it.
 */
public final class MessageSchemas implements AfterTestExecutionCallback {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<String, MessageSchemas.Document> BY_KEY =
      Map.of(
          "gen_ai.input.messages", new Document("input-messages"),
          "gen_ai.output.messages", new Document("output-messages"),
          "gen_ai.system_instructions", new Document("system-instructions"),
          "gen_ai.tool.definitions", new Document("tool-definitions"),
          "gen_ai.retrieval.documents", new Document("retrieval-documents"));

  @Override
  public void afterTestExecution(ExtensionContext context) {
    RecordedSpans recorded =
        context
            .getStore(Namespace.create(SpanloomExtension.class))
            .get(RecordedSpans.class, RecordedSpans.class);
    if (recorded != null) {
      assertFollowed(recorded.spans());
    }
  }

  /**
   * Holds that what spans say of messages, tool definitions and documents follows the schemas.
   *
   * @throws AssertionError if it does not
   */
  public static void assertFollowed(List<SpanData> spans) {
    List<String> violations = new ArrayList<>();
    for (SpanData span : spans) {
      violations(span.getAttributes())
          .forEach(violation -> violations.add(span.getName() + ": " + violation));
    }
    if (!violations.isEmpty()) {
      throw new AssertionError(
          "Not as the GenAI conventions' schemas have it:\n" + String.join("\n", violations));
    }
  }

  /** What does not follow the schemas, each in a line. */
  static List<String> violations(Attributes attributes) {
    List<String> violations = new ArrayList<>();
    attributes.forEach(
        (key, value) -> {
          Document schema = BY_KEY.get(key.getKey());
          if (schema != null && !value.equals("__REDACTED__")) {
            violations.addAll(schema.violations(key.getKey(), value.toString()));
          }
        });
    return violations;
  }

  /** The schema of one attribute, with one for each type of part. */
  private static final class Document {

    private final Schema whole;
    private final Map<String, Schema> byType = new TreeMap<>();

    Document(String name) {
      JsonNode read = read(name);
      this.whole = REGISTRY.getSchema(read.toString(), InputFormat.JSON);
      for (var definition : read.path("$defs").properties()) {
        JsonNode type = definition.getValue().path("properties").path("type").path("const");
        if (type.isTextual()) {
          byType.put(type.textValue(), definition(read, definition.getKey()));
        }
      }
    }

    private static Schema definition(JsonNode document, String name) {
      ObjectNode schema = JSON.createObjectNode();
      schema.put("$ref", "#/$defs/" + name);
      schema.set("$defs", document.path("$defs"));
      return REGISTRY.getSchema(schema.toString(), InputFormat.JSON);
    }

    List<String> violations(String key, String json) {
      JsonNode read;
      try {
        read = JSON.readTree(json);
      } catch (JsonProcessingException notJson) {
        return List.of(key + " is no JSON: " + json);
      }
      List<String> violations = new ArrayList<>(errors(whole, key, json));
      for (JsonNode element : read) {
        if (element.has("parts")) {
          element.path("parts").forEach(part -> addViolations(key, part, violations));
        } else {
          addViolations(key, element, violations);
        }
      }
      return violations;
    }

    private void addViolations(String key, JsonNode part, List<String> violations) {
      Schema schema = byType.get(part.path("type").asText());
      if (schema != null) {
        violations.addAll(errors(schema, key, part.toString()));
      }
    }

    private static List<String> errors(Schema schema, String key, String json) {
      return schema.validate(json, InputFormat.JSON).stream()
          .map(error -> key + " " + error + " in " + json)
          .collect(Collectors.toList());
    }

    private static JsonNode read(String name) {
      String file = "/genai-schemas/" + name + ".json";
      try (InputStream in = MessageSchemas.class.getResourceAsStream(file)) {
        return JSON.readTree(in);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}
