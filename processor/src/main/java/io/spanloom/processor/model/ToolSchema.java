package io.spanloom.processor.model;

import java.util.List;

/**
 * The schema of a tool's arguments.
 *
 * @param definitions what references point to, in the order in which the types were met
 * @param leftOut what JSON cannot say and the schema therefore lacks
 */
public record ToolSchema(
    JsonSchema.Structure arguments, List<Definition> definitions, List<LeftOut> leftOut) {

  public ToolSchema {
    definitions = List.copyOf(definitions);
    leftOut = List.copyOf(leftOut);
  }

  /** A type that is referred to by name. */
  public record Definition(String name, JsonSchema schema) {}

  /**
   * A value that has no form in JSON.
   *
   * @param path the parameter, or the path from it to the property
   * @param type the type as the user wrote it
   */
  public record LeftOut(String path, String type, Origin origin) {}
}
