package io.spanloom.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what an object is made of, as the usual object mappers see it: a record of its
 * components; a class that can be made without arguments of its setters and public fields; any
 * other class of the parameters of its only constructor, provided that each can be read back.
 */
final class JsonMembers {

  private final Compiler compiler;
  private final Beans beans;

  JsonMembers(Compiler compiler) {
    this.compiler = compiler;
    this.beans = new Beans(compiler);
  }

  /** The members in the order of their declaration; null if the class is not made of any. */
  @Nullable List<JsonMember> of(DeclaredType type) {
    List<JsonMember> members = allOf(type);
    return members == null
        ? null
        : members.stream()
            .filter(member -> !ForeignAnnotations.isIgnored(member.declarations()))
            .toList();
  }

  /** The same, with the members that an annotation excludes from JSON. */
  @Nullable List<JsonMember> allOf(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    List<JsonMember> members = null;
    if (element.getKind() == ElementKind.RECORD) {
      members = element.getRecordComponents().stream().map(each -> component(type, each)).toList();
    } else if (canBeMade(element)) {
      members = Beans.isBean(element) ? beans.properties(type) : constructed(type, element);
    }
    return members;
  }

  /** Whether an object mapper can make one. */
  static boolean canBeMade(TypeElement element) {
    boolean inner =
        element.getEnclosingElement() instanceof TypeElement
            && !element.getModifiers().contains(Modifier.STATIC);
    return element.getKind() == ElementKind.CLASS
        && !inner
        && !element.getModifiers().contains(Modifier.ABSTRACT);
  }

  private JsonMember component(DeclaredType type, RecordComponentElement component) {
    TypeElement owner = (TypeElement) type.asElement();
    String name = component.getSimpleName().toString();
    List<Element> declarations = new ArrayList<>(List.of(component));
    declarations.add(component.getAccessor());
    fieldNamed(owner, name).forEach(declarations::add);
    TypeMirror value = memberType(type, component.getAccessor()).getReturnType();
    return new JsonMember(name, value, declarations, JavadocTags.param(comment(owner), name));
  }

  private @Nullable List<JsonMember> constructed(DeclaredType type, TypeElement element) {
    List<ExecutableElement> constructors =
        ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
            .filter(each -> !each.getModifiers().contains(Modifier.PRIVATE))
            .toList();
    if (constructors.size() != 1) {
      return null;
    }
    ExecutableElement constructor = constructors.get(0);
    List<? extends TypeMirror> types = memberType(type, constructor).getParameterTypes();
    List<JsonMember> members = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      VariableElement parameter = constructor.getParameters().get(i);
      JsonMember member = ofParameter(type, constructor, parameter, types.get(i));
      if (member == null) {
        return null;
      }
      members.add(member);
    }
    return members;
  }

  /** Null if the value cannot be read back. */
  private @Nullable JsonMember ofParameter(
      DeclaredType type,
      ExecutableElement constructor,
      VariableElement parameter,
      TypeMirror value) {
    String name = parameter.getSimpleName().toString();
    List<ExecutableElement> accessors = beans.accessors(type, name);
    List<VariableElement> fields = fieldNamed((TypeElement) type.asElement(), name).toList();
    if (accessors.isEmpty() && fields.stream().noneMatch(Beans::isPublic)) {
      return null;
    }
    List<Element> declarations = new ArrayList<>(List.of(parameter));
    declarations.addAll(fields);
    declarations.addAll(accessors);
    String described = JavadocTags.param(comment(constructor), name);
    String javadoc = described == null ? beans.summary(declarations) : described;
    return new JsonMember(name, value, declarations, javadoc);
  }

  private ExecutableType memberType(DeclaredType type, ExecutableElement member) {
    return (ExecutableType) compiler.types().asMemberOf(type, member);
  }

  private @Nullable String comment(Element element) {
    return compiler.elements().getDocComment(element);
  }

  private static Stream<VariableElement> fieldNamed(TypeElement owner, String name) {
    return ElementFilter.fieldsIn(owner.getEnclosedElements()).stream()
        .filter(field -> field.getSimpleName().contentEquals(name));
  }
}
