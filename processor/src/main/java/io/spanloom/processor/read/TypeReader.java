package io.spanloom.processor.read;

import io.spanloom.processor.model.ClassId;
import io.spanloom.processor.model.JavaType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Turns a type into the one that generated code in a given package writes for it: type variables
 * become their bounds, types the package cannot see become {@code Object} or a wildcard.
 */
final class TypeReader {

  private final Elements elements;
  private final PackageElement viewer;

  TypeReader(Elements elements, PackageElement viewer) {
    this.elements = elements;
    this.viewer = viewer;
  }

  JavaType read(TypeMirror type) {
    return read(type, Set.of());
  }

  /** Whether the generated code can name the type. */
  boolean isVisible(TypeMirror type) {
    TypeMirror bound = upperBound(type);
    return switch (bound.getKind()) {
      case ARRAY -> isVisible(((ArrayType) bound).getComponentType());
      case DECLARED -> isVisible((TypeElement) ((DeclaredType) bound).asElement());
      default -> true;
    };
  }

  /** Whether generated code can state the type without losing anything. */
  boolean isExact(TypeMirror type) {
    return switch (type.getKind()) {
      case ARRAY -> isExact(((ArrayType) type).getComponentType());
      case DECLARED ->
          isVisible(type)
              && ((DeclaredType) type).getTypeArguments().stream().allMatch(this::isExactArgument);
      case ERROR -> throw new UnresolvedTypeException(type.toString());
      default -> type.getKind().isPrimitive() || type.getKind() == TypeKind.VOID;
    };
  }

  /** Whether generated code can use a member of a class. */
  boolean isVisibleMember(Element member) {
    Set<Modifier> modifiers = member.getModifiers();
    return modifiers.contains(Modifier.PUBLIC)
        || (!modifiers.contains(Modifier.PRIVATE) && elements.getPackageOf(member).equals(viewer));
  }

  static ClassId classId(TypeElement type) {
    Deque<String> simpleNames = new ArrayDeque<>();
    Element element = type;
    while (element instanceof TypeElement) {
      simpleNames.addFirst(element.getSimpleName().toString());
      element = element.getEnclosingElement();
    }
    String packageName =
        element instanceof PackageElement owner ? owner.getQualifiedName().toString() : "";
    return new ClassId(packageName, List.copyOf(simpleNames));
  }

  /** A class, an array or a primitive: what is known for certain about a value of the type. */
  static TypeMirror upperBound(TypeMirror type) {
    return switch (type.getKind()) {
      case TYPEVAR -> upperBound(((TypeVariable) type).getUpperBound());
      case INTERSECTION -> upperBound(((IntersectionType) type).getBounds().get(0));
      case WILDCARD -> {
        TypeMirror bound = ((WildcardType) type).getExtendsBound();
        yield bound == null ? type : upperBound(bound);
      }
      case ERROR -> throw new UnresolvedTypeException(type.toString());
      default -> type;
    };
  }

  private JavaType read(TypeMirror type, Set<Element> variables) {
    if (type instanceof TypeVariable variable) {
      // A bound can mention its variable: T extends Comparable<T>.
      return variables.contains(variable.asElement())
          ? JavaType.object()
          : read(variable.getUpperBound(), with(variables, variable.asElement()));
    }
    TypeMirror bound = upperBound(type);
    if (bound.getKind().isPrimitive() || bound.getKind() == TypeKind.VOID) {
      return new JavaType.Primitive(bound.toString());
    }
    if (!isVisible(bound)) {
      return JavaType.object();
    }
    return switch (bound.getKind()) {
      case ARRAY -> new JavaType.Array(read(((ArrayType) bound).getComponentType(), variables));
      case DECLARED -> declared((DeclaredType) bound, variables);
      default -> JavaType.object();
    };
  }

  private JavaType.Declared declared(DeclaredType type, Set<Element> variables) {
    TypeElement element = (TypeElement) type.asElement();
    List<JavaType> arguments = new ArrayList<>();
    for (int i = 0; i < element.getTypeParameters().size(); i++) {
      boolean raw = type.getTypeArguments().isEmpty();
      arguments.add(
          raw ? new JavaType.Wildcard(null) : argument(type.getTypeArguments().get(i), variables));
    }
    return new JavaType.Declared(classId(element), arguments, enclosing(type, element, variables));
  }

  private JavaType argument(TypeMirror type, Set<Element> variables) {
    JavaType read = read(type, variables);
    if (isExact(type)) {
      return read;
    }
    return new JavaType.Wildcard(read.equals(JavaType.object()) ? null : read);
  }

  private boolean isExactArgument(TypeMirror argument) {
    if (!(argument instanceof WildcardType wildcard)) {
      return isExact(argument);
    }
    TypeMirror bound = wildcard.getExtendsBound();
    return wildcard.getSuperBound() == null && (bound == null || isExact(bound));
  }

  private JavaType.@Nullable Declared enclosing(
      DeclaredType type, TypeElement element, Set<Element> variables) {
    boolean inner = !element.getModifiers().contains(Modifier.STATIC);
    if (!inner || !(element.getEnclosingElement() instanceof TypeElement owner)) {
      return null;
    }
    JavaType.Declared enclosing =
        type.getEnclosingType() instanceof DeclaredType outer
            ? declared(outer, variables)
            : declared((DeclaredType) owner.asType(), variables);
    boolean generic = !enclosing.typeArguments().isEmpty() || enclosing.enclosing() != null;
    return generic ? enclosing : null;
  }

  private static Set<Element> with(Set<Element> elements, Element element) {
    Set<Element> all = new HashSet<>(elements);
    all.add(element);
    return all;
  }

  private boolean isVisible(TypeElement type) {
    Element element = type;
    while (element instanceof TypeElement) {
      if (!isVisibleMember(element)) {
        return false;
      }
      element = element.getEnclosingElement();
    }
    return true;
  }
}
