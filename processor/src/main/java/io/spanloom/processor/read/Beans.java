package io.spanloom.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads classes that are made empty and then filled. */
final class Beans {

  private final Compiler compiler;

  Beans(Compiler compiler) {
    this.compiler = compiler;
  }

  /** Whether a class has a constructor without parameters. */
  static boolean isBean(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .anyMatch(
            constructor ->
                constructor.getParameters().isEmpty()
                    && !constructor.getModifiers().contains(Modifier.PRIVATE));
  }

  static boolean isPublic(Element element) {
    return element.getModifiers().contains(Modifier.PUBLIC);
  }

  /** What can be set, inherited properties first; null if nothing can. */
  @Nullable List<JsonMember> properties(DeclaredType type) {
    Map<String, JsonMember> properties = new LinkedHashMap<>();
    for (TypeElement owner : lineage(type)) {
      for (Element member : owner.getEnclosedElements()) {
        JsonMember property = property(type, member);
        if (property != null) {
          properties.putIfAbsent(property.name(), property);
        }
      }
    }
    return properties.isEmpty() ? null : List.copyOf(properties.values());
  }

  /** The methods that read a property back. */
  List<ExecutableElement> accessors(DeclaredType type, String property) {
    String suffix = capitalized(property);
    Set<String> names = Set.of("get" + suffix, "is" + suffix, property);
    return methods(type).stream()
        .filter(method -> names.contains(method.getSimpleName().toString()))
        .filter(method -> method.getParameters().isEmpty())
        .toList();
  }

  /** The first sentence that one of the declarations has. */
  @Nullable String summary(List<? extends Element> declarations) {
    for (Element declaration : declarations) {
      String summary =
          declaration.getKind() == ElementKind.PARAMETER
              ? null
              : JavadocSummary.of(compiler.elements().getDocComment(declaration));
      if (summary != null) {
        return summary;
      }
    }
    return null;
  }

  private @Nullable JsonMember property(DeclaredType type, Element member) {
    if (member instanceof VariableElement field) {
      return isInstance(field) ? ofField(type, field) : null;
    }
    return member instanceof ExecutableElement method && isSetter(method)
        ? ofSetter(type, method, decapitalized(method.getSimpleName().toString().substring(3)))
        : null;
  }

  /** A field stands where it is declared; whether it can be set, and as what, its setter says. */
  private @Nullable JsonMember ofField(DeclaredType type, VariableElement field) {
    String name = field.getSimpleName().toString();
    for (ExecutableElement method : methods(type)) {
      if (isSetter(method) && method.getSimpleName().contentEquals("set" + capitalized(name))) {
        return ofSetter(type, method, name);
      }
    }
    boolean settable = isPublic(field) && !field.getModifiers().contains(Modifier.FINAL);
    List<Element> declarations = new ArrayList<>(List.of(field));
    declarations.addAll(accessors(type, name));
    return settable
        ? new JsonMember(
            name, compiler.types().asMemberOf(type, field), declarations, summary(declarations))
        : null;
  }

  private JsonMember ofSetter(DeclaredType type, ExecutableElement setter, String name) {
    ExecutableType typed = (ExecutableType) compiler.types().asMemberOf(type, setter);
    List<Element> declarations = new ArrayList<>();
    ElementFilter.fieldsIn(members(type)).stream()
        .filter(field -> field.getSimpleName().contentEquals(name))
        .forEach(declarations::add);
    declarations.addAll(accessors(type, name));
    String summary = summary(declarations);
    declarations.add(setter);
    declarations.add(setter.getParameters().get(0));
    String parameter = setter.getParameters().get(0).getSimpleName().toString();
    String described = JavadocTags.param(compiler.elements().getDocComment(setter), parameter);
    String javadoc =
        summary != null ? summary : described != null ? described : summary(List.of(setter));
    return new JsonMember(name, typed.getParameterTypes().get(0), declarations, javadoc);
  }

  private List<TypeElement> lineage(DeclaredType type) {
    List<TypeElement> lineage = new ArrayList<>();
    TypeMirror next = type;
    while (next instanceof DeclaredType declared
        && !Hierarchy.name(declared).equals("java.lang.Object")) {
      TypeElement element = (TypeElement) declared.asElement();
      lineage.add(0, element);
      next = element.getSuperclass();
    }
    return lineage;
  }

  private List<ExecutableElement> methods(DeclaredType type) {
    return ElementFilter.methodsIn(members(type)).stream()
        .filter(method -> isPublic(method) && !method.getModifiers().contains(Modifier.STATIC))
        .toList();
  }

  /** All members, those of superclasses too: their private fields carry Javadoc and annotations. */
  private List<Element> members(DeclaredType type) {
    List<Element> members = new ArrayList<>();
    for (TypeElement owner : lineage(type)) {
      members.addAll(owner.getEnclosedElements());
    }
    return members;
  }

  private static boolean isInstance(VariableElement field) {
    Set<Modifier> modifiers = field.getModifiers();
    return !modifiers.contains(Modifier.STATIC) && !modifiers.contains(Modifier.TRANSIENT);
  }

  private static boolean isSetter(ExecutableElement method) {
    String name = method.getSimpleName().toString();
    return name.length() > 3
        && name.startsWith("set")
        && !Character.isLowerCase(name.charAt(3))
        && isPublic(method)
        && !method.getModifiers().contains(Modifier.STATIC)
        && method.getParameters().size() == 1;
  }

  private static String capitalized(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static String decapitalized(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
