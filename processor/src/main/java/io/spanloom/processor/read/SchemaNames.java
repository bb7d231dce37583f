package io.spanloom.processor.read;

import io.spanloom.processor.model.JsonSchema;
import io.spanloom.processor.model.JsonSchema.Reference;
import io.spanloom.processor.model.ToolSchema.Definition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The named definitions of one schema: a name for each type, with its type arguments. */
final class SchemaNames {

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, JsonSchema> definitions = new LinkedHashMap<>();

  /** The name of a type that was met before; null for a new one. */
  @Nullable String of(DeclaredType type) {
    return names.get(key(type));
  }

  int size() {
    return definitions.size();
  }

  Reference define(DeclaredType type, JsonSchema schema) {
    Reference reference = reserve(type);
    complete(reference, schema);
    return reference;
  }

  /** Names a type before its parts are read, for they may lead back to it. */
  Reference reserve(DeclaredType type) {
    String stem = stem(type);
    String name = stem;
    for (int number = 2; definitions.containsKey(name); number++) {
      name = stem + number;
    }
    names.put(key(type), name);
    definitions.put(name, new JsonSchema.Anything());
    return new Reference(name);
  }

  void complete(Reference reference, JsonSchema schema) {
    definitions.put(reference.definition(), schema);
  }

  /** Takes a name back from a type that turned out to have no form. */
  void forget(DeclaredType type) {
    definitions.remove(names.remove(key(type)));
  }

  JsonSchema resolved(JsonSchema schema) {
    return schema instanceof Reference reference
        ? definitions.getOrDefault(reference.definition(), schema)
        : schema;
  }

  List<Definition> definitions() {
    List<Definition> all = new ArrayList<>();
    definitions.forEach((name, schema) -> all.add(new Definition(name, schema)));
    return all;
  }

  /** The type without its annotations, which {@code toString} would show. */
  private static String key(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return key(array.getComponentType()) + "[]";
    }
    if (!(type instanceof DeclaredType declared)) {
      return type.toString();
    }
    List<String> arguments = declared.getTypeArguments().stream().map(SchemaNames::key).toList();
    return Hierarchy.name(declared) + arguments;
  }

  /** {@code PageOfCase}; of letters and digits, for the name becomes part of a URI. */
  private static String stem(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return stem(array.getComponentType()) + "s";
    }
    if (!(type instanceof DeclaredType declared)) {
      return "Any";
    }
    StringBuilder name = new StringBuilder(declared.asElement().getSimpleName());
    for (int i = 0; i < declared.getTypeArguments().size(); i++) {
      name.append(i == 0 ? "Of" : "And").append(stem(declared.getTypeArguments().get(i)));
    }
    return name.toString().replaceAll("[^A-Za-z0-9_]", "_");
  }
}
