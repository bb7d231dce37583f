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
    TypeMirror bound = TypeReader.upperBound(type);
    if (bound instanceof ArrayType array) {
      return isSensitive(array.getComponentType());
    }
    if (!(bound instanceof DeclaredType declared)) {
      return false;
    }
    return isOwnOrInherited(declared)
        || declared.getTypeArguments().stream().anyMatch(this::isSensitive);
  }

  /** Whether a value of the type is protected or holds, at any depth, one that is. */
  boolean carriesSensitive(TypeMirror type) {
    return carries(type, new HashSet<>());
  }

  private boolean carries(TypeMirror type, Set<String> path) {
    TypeMirror bound = TypeReader.upperBound(type);
    if (bound instanceof ArrayType array) {
      return carries(array.getComponentType(), path);
    }
    if (!(bound instanceof DeclaredType declared)) {
      return false;
    }
    if (declared.getTypeArguments().stream().anyMatch(argument -> carries(argument, path))) {
      return true;
    }
    String name = Hierarchy.name(declared);
    if (isOfJdk(name) || !path.add(name)) {
      return false;
    }
    Boolean known = carriers.get(name);
    if (known == null) {
      known = hasSensitiveMember(declared, path);
      // A "no" that was cut short by a cycle holds only where the walk began.
      if (known || path.size() == 1) {
        carriers.put(name, known);
      }
    }
    return known;
  }

  private boolean hasSensitiveMember(DeclaredType type, Set<String> path) {
    for (DeclaredType owner : hierarchy.allOf(type)) {
      if (Annotations.isPresent(owner.asElement(), SENSITIVE)) {
        return true;
      }
      for (Element member : owner.asElement().getEnclosedElements()) {
        if (isSensitiveMember(member, path)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isSensitiveMember(Element member, Set<String> path) {
    boolean holdsValue = member instanceof VariableElement || member instanceof ExecutableElement;
    if (holdsValue && Annotations.isPresent(member, SENSITIVE)) {
      return true;
    }
    return member instanceof VariableElement
        && member.asType().getKind() != TypeKind.ERROR
        && carries(member.asType(), path);
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
