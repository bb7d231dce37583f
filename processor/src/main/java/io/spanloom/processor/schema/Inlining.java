package io.spanloom.processor.schema;

import io.spanloom.processor.model.JsonSchema;
import io.spanloom.processor.model.JsonSchema.Alternatives;
import io.spanloom.processor.model.JsonSchema.Dictionary;
import io.spanloom.processor.model.JsonSchema.Items;
import io.spanloom.processor.model.JsonSchema.Property;
import io.spanloom.processor.model.JsonSchema.Reference;
import io.spanloom.processor.model.JsonSchema.Structure;
import io.spanloom.processor.model.ToolSchema;
import io.spanloom.processor.model.ToolSchema.Definition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts each definition that is used once in the place of its use: models follow nested objects
 * better than references, and some providers know no references. What is used twice stays a
 * definition, and so does what contains itself, which is used from outside and from within.
 */
final class Inlining {

  private final Map<String, JsonSchema> definitions = new HashMap<>();
  private final Map<String, Integer> uses = new HashMap<>();

  private Inlining(ToolSchema schema) {
    for (Definition definition : schema.definitions()) {
      definitions.put(definition.name(), definition.schema());
    }
    count(schema.arguments());
  }

  static ToolSchema of(ToolSchema schema) {
    Inlining inlining = new Inlining(schema);
    List<Definition> shared =
        schema.definitions().stream()
            .filter(definition -> inlining.uses(definition.name()) > 1)
            .map(each -> new Definition(each.name(), inlining.inlined(each.schema())))
            .toList();
    Structure arguments = inlining.structure(schema.arguments());
    return new ToolSchema(arguments, shared, schema.leftOut());
  }

  private void count(JsonSchema schema) {
    if (schema instanceof Reference reference) {
      JsonSchema target = definitions.get(reference.definition());
      if (uses.merge(reference.definition(), 1, Integer::sum) == 1 && target != null) {
        count(target);
      }
    } else if (schema instanceof Items items) {
      count(items.item());
    } else if (schema instanceof Dictionary dictionary) {
      count(dictionary.key());
      count(dictionary.value());
    } else if (schema instanceof Structure structure) {
      structure.properties().forEach(property -> count(property.schema()));
    } else if (schema instanceof Alternatives alternatives) {
      alternatives.options().forEach(this::count);
    }
  }

  private int uses(String definition) {
    return uses.getOrDefault(definition, 0);
  }

  private JsonSchema inlined(JsonSchema schema) {
    if (schema instanceof Reference reference) {
      JsonSchema target = definitions.get(reference.definition());
      return target != null && uses(reference.definition()) == 1 ? inlined(target) : reference;
    }
    if (schema instanceof Items items) {
      return new Items(inlined(items.item()), items.unique());
    }
    if (schema instanceof Dictionary dictionary) {
      return new Dictionary(inlined(dictionary.key()), inlined(dictionary.value()));
    }
    if (schema instanceof Alternatives alternatives) {
      List<JsonSchema> options = alternatives.options().stream().map(this::inlined).toList();
      return new Alternatives(alternatives.description(), options);
    }
    return schema instanceof Structure structure ? structure(structure) : schema;
  }

  private Structure structure(Structure structure) {
    List<Property> properties =
        structure.properties().stream()
            .map(
                each ->
                    new Property(
                        each.name(), inlined(each.schema()), each.description(), each.required()))
            .toList();
    return new Structure(structure.description(), properties);
  }
}
