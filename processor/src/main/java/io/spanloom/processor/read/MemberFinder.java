package io.spanloom.processor.read;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Finds what a segment of a path can mean on a class. */
final class MemberFinder {

  private final Elements elements;
  private final Hierarchy hierarchy;
  private final TypeReader typeReader;

  /** Of the classes met so far: the methods of one class mostly capture from the same few. */
  private final Map<TypeElement, List<ExecutableElement>> accessors = new HashMap<>();

  MemberFinder(Elements elements, Hierarchy hierarchy, TypeReader typeReader) {
    this.elements = elements;
    this.hierarchy = hierarchy;
    this.typeReader = typeReader;
  }

  /** The accessor or field; null if there is none. */
  @Nullable Element find(DeclaredType type, PathSyntax.Name segment) {
    Element member = findResolved(type, segment);
    if (member == null && hierarchy.isIncomplete(type)) {
      throw new UnresolvedTypeException(type.toString());
    }
    return member;
  }

  private @Nullable Element findResolved(DeclaredType type, PathSyntax.Name segment) {
    String name = segment.name();
    ExecutableElement exact = method(type, name);
    if (segment.call()) {
      return exact;
    }
    ExecutableElement getter = method(type, "get" + capitalized(name));
    ExecutableElement question = method(type, "is" + capitalized(name));
    if (type.asElement().getKind() == ElementKind.RECORD && exact != null) {
      return exact;
    }
    if (getter != null) {
      return getter;
    }
    if (question != null && isBoolean(question.getReturnType())) {
      return question;
    }
    return exact != null ? exact : field(type, name);
  }

  /** The names that paths can use on a class. */
  List<String> names(DeclaredType type) {
    Set<String> names = new TreeSet<>();
    for (ExecutableElement method : methods(type)) {
      if (!isFromObject(method)) {
        names.add(property(method));
      }
    }
    for (VariableElement field : fields(type)) {
      names.add(field.getSimpleName().toString());
    }
    return List.copyOf(names);
  }

  /** What a path calls an accessor: {@code usage} for {@code getUsage()}. */
  static String property(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    if (isPrefixed(name, "get")) {
      return decapitalized(name.substring(3));
    }
    if (isPrefixed(name, "is") && isBoolean(method.getReturnType())) {
      return decapitalized(name.substring(2));
    }
    return name;
  }

  private @Nullable ExecutableElement method(DeclaredType type, String name) {
    return methods(type).stream()
        .filter(method -> method.getSimpleName().contentEquals(name))
        .filter(method -> !isFromObject(method) || name.equals("toString"))
        .min(Comparator.comparing(Owners::nameOf))
        .orElse(null);
  }

  private @Nullable VariableElement field(DeclaredType type, String name) {
    return fields(type).stream()
        .filter(field -> field.getSimpleName().contentEquals(name))
        .findFirst()
        .orElse(null);
  }

  private List<ExecutableElement> methods(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    List<ExecutableElement> cached = accessors.get(element);
    if (cached == null) {
      cached = ElementFilter.methodsIn(members(type)).stream().filter(this::isAccessor).toList();
      accessors.put(element, cached);
    }
    return cached;
  }

  private boolean isAccessor(ExecutableElement method) {
    return method.getParameters().isEmpty()
        && method.getReturnType().getKind() != TypeKind.VOID
        && !method.getModifiers().contains(Modifier.STATIC)
        && typeReader.isVisibleMember(method)
        && method.getThrownTypes().stream().noneMatch(this::isChecked);
  }

  private List<VariableElement> fields(DeclaredType type) {
    return ElementFilter.fieldsIn(members(type)).stream()
        .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
        .filter(typeReader::isVisibleMember)
        .toList();
  }

  private List<? extends Element> members(DeclaredType type) {
    return elements.getAllMembers((TypeElement) type.asElement());
  }

  private boolean isChecked(TypeMirror thrown) {
    return !hierarchy.isSubtype(thrown, "java.lang.RuntimeException")
        && !hierarchy.isSubtype(thrown, "java.lang.Error");
  }

  private static boolean isFromObject(ExecutableElement method) {
    return Owners.nameOf(method).equals("java.lang.Object")
        || Set.of("hashCode", "toString").contains(method.getSimpleName().toString());
  }

  private static boolean isBoolean(TypeMirror type) {
    return type.getKind() == TypeKind.BOOLEAN || Hierarchy.name(type).equals("java.lang.Boolean");
  }

  private static boolean isPrefixed(String name, String prefix) {
    return name.length() > prefix.length()
        && name.startsWith(prefix)
        && !Character.isLowerCase(name.charAt(prefix.length()));
  }

  private static String capitalized(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static String decapitalized(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
