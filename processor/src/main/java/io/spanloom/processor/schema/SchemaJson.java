package io.spanloom.processor.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.spanloom.processor.model.JsonSchema;
import io.spanloom.processor.model.JsonSchema.Alternatives;
import io.spanloom.processor.model.JsonSchema.Choice;
import io.spanloom.processor.model.JsonSchema.Dictionary;
import io.spanloom.processor.model.JsonSchema.Formed;
import io.spanloom.processor.model.JsonSchema.Items;
import io.spanloom.processor.model.JsonSchema.Letter;
import io.spanloom.processor.model.JsonSchema.Property;
import io.spanloom.processor.model.JsonSchema.Reference;
import io.spanloom.processor.model.JsonSchema.Structure;
import io.spanloom.processor.model.JsonSchema.Whole;
import io.spanloom.processor.model.ToolSchema;
import io.spanloom.processor.model.ToolSchema.Definition;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes a tool's schema as JSON Schema 2020-12. */
public final class SchemaJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator json;
  private final Map<String, JsonSchema> definitions = new TreeMap<>();

  private SchemaJson(JsonGenerator json, ToolSchema schema) {
    this.json = json;
    schema.definitions().forEach(each -> definitions.put(each.name(), each.schema()));
  }

  /** The schema on one line, without blanks, as it is sent to a model. */
  public static String compact(ToolSchema schema) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      write(schema, json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** Writes the schema as one JSON object. */
  public static void write(ToolSchema schema, JsonGenerator json) throws IOException {
    ToolSchema inlined = Inlining.of(schema);
    new SchemaJson(json, inlined).writeRoot(inlined);
  }

  private void writeRoot(ToolSchema schema) throws IOException {
    json.writeStartObject();
    writeStructure(schema.arguments());
    if (!schema.definitions().isEmpty()) {
      json.writeObjectFieldStart("$defs");
      for (Definition definition : schema.definitions()) {
        json.writeFieldName(definition.name());
        writeObject(definition.schema(), null);
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** A schema as a value; what its place says of it comes before what its type says. */
  private void writeObject(JsonSchema schema, @Nullable String description) throws IOException {
    json.writeStartObject();
    writeKeywords(schema);
    String text = description == null ? ownDescription(schema) : description;
    if (text != null) {
      json.writeStringField("description", text);
    }
    json.writeEndObject();
  }

  private static @Nullable String ownDescription(JsonSchema schema) {
    if (schema instanceof Structure structure) {
      return structure.description();
    }
    return schema instanceof Alternatives alternatives ? alternatives.description() : null;
  }

  private void writeKeywords(JsonSchema schema) throws IOException {
    if (schema instanceof Structure structure) {
      writeStructure(structure);
    } else if (schema instanceof Alternatives alternatives) {
      writeAlternatives(alternatives.options());
    } else if (schema instanceof Items items) {
      writeItems(items);
    } else if (schema instanceof Dictionary dictionary) {
      writeDictionary(dictionary);
    } else if (schema instanceof Choice choice) {
      json.writeStringField("type", "string");
      writeStrings("enum", choice.values());
    } else if (schema instanceof Reference reference) {
      json.writeStringField("$ref", "#/$defs/" + reference.definition());
    } else {
      writeScalar(schema);
    }
  }

  private void writeScalar(JsonSchema schema) throws IOException {
    if (schema instanceof JsonSchema.Truth) {
      json.writeStringField("type", "boolean");
    } else if (schema instanceof JsonSchema.Decimal) {
      json.writeStringField("type", "number");
    } else if (schema instanceof JsonSchema.Text) {
      json.writeStringField("type", "string");
    } else if (schema instanceof Letter) {
      json.writeStringField("type", "string");
      json.writeNumberField("minLength", 1);
      json.writeNumberField("maxLength", 1);
    } else if (schema instanceof Formed formed) {
      json.writeStringField("type", "string");
      json.writeStringField(formed.keyword(), formed.form());
    } else if (schema instanceof Whole whole) {
      json.writeStringField("type", "integer");
      if (whole.range() != null) {
        json.writeNumberField("minimum", whole.range().smallest());
        json.writeNumberField("maximum", whole.range().largest());
      }
    }
  }

  private void writeItems(Items items) throws IOException {
    json.writeStringField("type", "array");
    json.writeFieldName("items");
    writeObject(items.item(), null);
    if (items.unique()) {
      json.writeBooleanField("uniqueItems", true);
    }
  }

  private void writeDictionary(Dictionary dictionary) throws IOException {
    json.writeStringField("type", "object");
    if (!(dictionary.key() instanceof JsonSchema.Text)) {
      json.writeFieldName("propertyNames");
      writeObject(dictionary.key(), null);
    }
    json.writeFieldName("additionalProperties");
    writeObject(dictionary.value(), null);
  }

  private void writeStructure(Structure structure) throws IOException {
    json.writeStringField("type", "object");
    json.writeObjectFieldStart("properties");
    for (Property property : structure.properties()) {
      json.writeFieldName(property.name());
      writeObject(property.schema(), property.description());
    }
    json.writeEndObject();
    List<String> required =
        structure.properties().stream().filter(Property::required).map(Property::name).toList();
    if (!required.isEmpty()) {
      writeStrings("required", required);
    }
    json.writeBooleanField("additionalProperties", false);
  }

  private void writeAlternatives(List<JsonSchema> options) throws IOException {
    json.writeArrayFieldStart(Overlap.among(options, definitions) ? "anyOf" : "oneOf");
    for (JsonSchema option : options) {
      writeObject(option, null);
    }
    json.writeEndArray();
  }

  private void writeStrings(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
