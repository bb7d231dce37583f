package io.spanloom.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type as the generated code writes it: visible from the aspect, without type variables. */
public sealed interface JavaType {

  /** The type of everything. */
  static JavaType object() {
    ClassId name = new ClassId("java.lang", List.of("Object"));
    return new Declared(name, List.of(), /* enclosing= */ null);
  }

  /**
   * A primitive type or {@code void}.
   *
   * @param keyword such as {@code int}
   */
  record Primitive(String keyword) implements JavaType {}

  /**
   * A class or interface.
   *
   * @param enclosing the enclosing type where it has type arguments of its own
   */
  record Declared(ClassId name, List<JavaType> typeArguments, @Nullable Declared enclosing)
      implements JavaType {
    public Declared {
      typeArguments = List.copyOf(typeArguments);
    }

    /** The same type with unbounded wildcards for type arguments. */
    public Declared withoutArguments() {
      List<JavaType> wildcards =
          typeArguments.stream().<JavaType>map(argument -> new Wildcard(null)).toList();
      return new Declared(name, wildcards, enclosing == null ? null : enclosing.withoutArguments());
    }
  }

  /** An array. */
  record Array(JavaType component) implements JavaType {}

  /**
   * A type argument that is not known exactly.
   *
   * @param bound its upper bound; null for none
   */
  record Wildcard(@Nullable JavaType bound) implements JavaType {}

  /** Whether the type is {@code String}. */
  default boolean isString() {
    return this instanceof Declared declared
        && declared.name().canonicalName().equals("java.lang.String");
  }

  /** Whether values of the type can be null. */
  default boolean isReference() {
    return !(this instanceof Primitive);
  }
}
