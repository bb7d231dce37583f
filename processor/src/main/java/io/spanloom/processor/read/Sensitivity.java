package io.spanloom.processor.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/** Knows what {@code @Sensitive} protects. */
final class Sensitivity {

  private static final String SENSITIVE = "Sensitive";

  private final Hierarchy hierarchy;
  private final Map<String, Boolean> carriers = new HashMap<>();

  Sensitivity(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /** Whether an accessor or field is protected, by itself or through the field behind a getter. */
  boolean isSensitive(Element member) {
    if (Annotations.isPresent(member, SENSITIVE)) {
      return true;
    }
    return member instanceof ExecutableElement accessor
        && accessor.getParameters().isEmpty()
        && isSensitiveField(accessor, MemberFinder.property(accessor));
  }

  /** Whether every value of the type is protected. */
  boolean isSensitive(TypeMirror type) {
    return isSensitive(type, new HashSet<>());
  }

  /** Whether a value of the type is protected or holds, at any depth, one that is. */
  boolean carriesSensitive(TypeMirror type) {
    return carries(type, new HashSet<>());
  }

  private boolean isSensitive(TypeMirror type, Set<Object> seen) {
    if (isSeenVariable(type, seen)) {
      return false;
    }
    TypeMirror bound = TypeReader.upperBound(type);
    if (bound instanceof ArrayType array) {
      return isSensitive(array.getComponentType(), seen);
    }
    return bound instanceof DeclaredType declared
        && (isOwnOrInherited(declared)
            || declared.getTypeArguments().stream()
                .anyMatch(argument -> isSensitive(argument, seen)));
  }

  private boolean carries(TypeMirror type, Set<Object> seen) {
    if (isSeenVariable(type, seen)) {
      return false;
    }
    TypeMirror bound = TypeReader.upperBound(type);
    if (bound instanceof ArrayType array) {
      return carries(array.getComponentType(), seen);
    }
    return bound instanceof DeclaredType declared
        && (declared.getTypeArguments().stream().anyMatch(argument -> carries(argument, seen))
            || carriesInside(declared, seen));
  }

  /** A type variable's bound can mention the variable: {@code T extends Comparable<T>}. */
  private static boolean isSeenVariable(TypeMirror type, Set<Object> seen) {
    return type instanceof TypeVariable variable && !seen.add(variable.asElement());
  }

  private boolean carriesInside(DeclaredType type, Set<Object> seen) {
    String name = Hierarchy.name(type);
    if (isOfJdk(name)) {
      return false;
    }
    Boolean cached = carriers.get(name);
    if (cached != null || !seen.add(name)) {
      return cached != null && cached;
    }
    boolean outermost = seen.stream().filter(String.class::isInstance).count() == 1;
    boolean found = hasSensitiveMember(type, seen);
    // A "no" that was cut short by a cycle holds only where the walk began.
    if (found || outermost) {
      carriers.put(name, found);
    }
    return found;
  }

  private boolean hasSensitiveMember(DeclaredType type, Set<Object> seen) {
    for (DeclaredType owner : hierarchy.allOf(type)) {
      if (Annotations.isPresent(owner.asElement(), SENSITIVE)) {
        return true;
      }
      for (Element member : owner.asElement().getEnclosedElements()) {
        if (isSensitiveMember(member, seen)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isSensitiveMember(Element member, Set<Object> seen) {
    boolean holdsValue = member instanceof VariableElement || member instanceof ExecutableElement;
    if (holdsValue && Annotations.isPresent(member, SENSITIVE)) {
      return true;
    }
    return member instanceof VariableElement
        && member.asType().getKind() != TypeKind.ERROR
        && carries(member.asType(), seen);
  }

  private boolean isOwnOrInherited(DeclaredType type) {
    return !isOfJdk(Hierarchy.name(type))
        && hierarchy.allOf(type).stream()
            .anyMatch(owner -> Annotations.isPresent(owner.asElement(), SENSITIVE));
  }

  private static boolean isSensitiveField(ExecutableElement accessor, @Nullable String name) {
    TypeElement owner = Owners.of(accessor);
    return owner.getEnclosedElements().stream()
        .filter(VariableElement.class::isInstance)
        .filter(field -> field.getSimpleName().toString().equals(name))
        .anyMatch(field -> Annotations.isPresent(field, SENSITIVE));
  }

  private static boolean isOfJdk(String name) {
    return name.startsWith("java.") || name.startsWith("javax.");
  }
}
