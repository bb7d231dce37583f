package io.spanloom.processor.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Answers questions about supertypes, with type arguments substituted. */
final class Hierarchy {

  private final Types types;

  Hierarchy(Types types) {
    this.types = types;
  }

  /** The type as the given supertype of its own; null if it has no such supertype. */
  @Nullable DeclaredType find(TypeMirror type, String qualifiedName) {
    for (DeclaredType candidate : allOf(type)) {
      if (name(candidate).equals(qualifiedName)) {
        return candidate;
      }
    }
    return null;
  }

  boolean isSubtype(TypeMirror type, String qualifiedName) {
    return find(type, qualifiedName) != null;
  }

  /** Whether a supertype does not exist, or not yet, so that members may be missing. */
  boolean isIncomplete(TypeMirror type) {
    return allOf(type).stream()
        .flatMap(supertype -> types.directSupertypes(supertype).stream())
        .anyMatch(supertype -> supertype.getKind() == TypeKind.ERROR);
  }

  /** The type and those of its supertypes that exist, nearest first. */
  Set<DeclaredType> allOf(TypeMirror type) {
    Set<DeclaredType> found = new LinkedHashSet<>();
    Set<String> names = new HashSet<>();
    Deque<TypeMirror> open = new ArrayDeque<>();
    open.add(TypeReader.upperBound(type));
    while (!open.isEmpty()) {
      TypeMirror next = open.remove();
      if (next.getKind() == TypeKind.DECLARED
          && next instanceof DeclaredType declared
          && names.add(name(declared))) {
        found.add(declared);
        open.addAll(types.directSupertypes(declared));
      }
    }
    return found;
  }

  /** The type argument of a type with one parameter; its erasure where the type is raw. */
  TypeMirror argumentOrBound(DeclaredType type) {
    TypeMirror argument = argument(type);
    return argument == null ? types.erasure(typeParameter(type)) : argument;
  }

  private static TypeMirror typeParameter(DeclaredType type) {
    return ((TypeElement) type.asElement()).getTypeParameters().get(0).asType();
  }

  /** The type argument of a type with one parameter; null where the type is raw. */
  static @Nullable TypeMirror argument(DeclaredType type) {
    return type.getTypeArguments().isEmpty() ? null : type.getTypeArguments().get(0);
  }

  static String name(DeclaredType type) {
    return ((TypeElement) type.asElement()).getQualifiedName().toString();
  }

  static String name(TypeMirror type) {
    return type instanceof DeclaredType declared ? name(declared) : type.toString();
  }
}
