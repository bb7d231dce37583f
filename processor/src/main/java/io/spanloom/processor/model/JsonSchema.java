package io.spanloom.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a JSON value may be, in the terms of JSON Schema 2020-12. */
public sealed interface JsonSchema {

  /** Any value: {@code Object}, or a type variable that nothing is known of. */
  record Anything() implements JsonSchema {}

  /** True or false. */
  record Truth() implements JsonSchema {}

  /**
   * A whole number.
   *
   * @param range what the Java type can hold; null where JSON's readers hold less than it
   */
  record Whole(@Nullable Range range) implements JsonSchema {}

  /** A number. */
  record Decimal() implements JsonSchema {}

  /** A string of any form. */
  record Text() implements JsonSchema {}

  /** One character. */
  record Letter() implements JsonSchema {}

  /**
   * A string of a certain form.
   *
   * @param keyword {@code format}, {@code pattern} or {@code contentEncoding}
   */
  record Formed(String keyword, String form) implements JsonSchema {}

  /** One of several strings, in the order of their declaration. */
  record Choice(List<String> values) implements JsonSchema {
    public Choice {
      values = List.copyOf(values);
    }
  }

  /**
   * An array.
   *
   * @param unique whether no item occurs twice
   */
  record Items(JsonSchema item, boolean unique) implements JsonSchema {}

  /**
   * An object with names that are not known beforehand.
   *
   * @param key what the names may be
   */
  record Dictionary(JsonSchema key, JsonSchema value) implements JsonSchema {}

  /**
   * An object with exactly these properties, in the order of their declaration.
   *
   * @param description what the object is; null if nobody said so
   */
  record Structure(@Nullable String description, List<Property> properties) implements JsonSchema {
    public Structure {
      properties = List.copyOf(properties);
    }

    /** The property of a name; null if there is none. */
    public @Nullable Property property(String name) {
      return properties.stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
    }
  }

  /** One of several alternatives. */
  record Alternatives(@Nullable String description, List<JsonSchema> options)
      implements JsonSchema {
    public Alternatives {
      options = List.copyOf(options);
    }
  }

  /** What the definition of a name says. */
  record Reference(String definition) implements JsonSchema {}

  /** Smallest and largest value. */
  record Range(long smallest, long largest) {}

  /**
   * A property of an object.
   *
   * @param description what it means; null if nobody said so
   */
  record Property(String name, JsonSchema schema, @Nullable String description, boolean required) {}
}
