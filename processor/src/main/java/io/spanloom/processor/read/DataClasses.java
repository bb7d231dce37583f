package io.spanloom.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds the members of classes that hold data and do nothing else: each instance field is public,
 * or has a getter that returns it. A class with other private fields may be a service. A class with
 * a framework's annotation may be an entity, and its getters may query a database.
 */
final class DataClasses {

  /** Whose annotations say how to write a class, or what it means, and add no behaviour. */
  private static final List<String> HARMLESS =
      List.of(
          "java.lang.",
          "com.fasterxml.jackson.",
          "tools.jackson.",
          "com.google.gson.",
          "kotlin.",
          "kotlinx.serialization.",
          "lombok.",
          "org.jspecify.",
          "org.jetbrains.annotations.",
          "jakarta.validation.",
          "javax.validation.",
          "jakarta.json.bind.",
          "dev.langchain4j.model.output.structured.",
          "io.spanloom.annotations.");

  private static final Set<String> BEHAVIOUR =
      Set.of("java.lang.AutoCloseable", "java.lang.Runnable", "java.util.concurrent.Callable");

  private final Compiler compiler;
  private final Hierarchy hierarchy;
  private final TypeReader typeReader;
  private final ConventionalMembers own;
  private final JsonMembers members;
  private final Beans beans;
  private final FieldAccessors accessors;

  DataClasses(
      Compiler compiler,
      Hierarchy hierarchy,
      TypeReader typeReader,
      ConventionalMembers own,
      JsonMembers members) {
    this.compiler = compiler;
    this.hierarchy = hierarchy;
    this.typeReader = typeReader;
    this.own = own;
    this.members = members;
    this.beans = new Beans(compiler);
    this.accessors = new FieldAccessors(compiler);
  }

  /**
   * A member, and how generated code reads it.
   *
   * @param access a field or a call
   */
  record DataMember(JsonMember member, String access) {}

  /** The members, inherited ones first; null if the class may do more than hold them. */
  @Nullable List<DataMember> of(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    if (!JsonMembers.canBeMade(element) || !holdsData(type)) {
      return null;
    }
    Map<String, JsonMember> written = written(type);
    List<DataMember> found = new ArrayList<>();
    for (TypeElement owner : beans.lineage(type)) {
      for (VariableElement field : ElementFilter.fieldsIn(owner.getEnclosedElements())) {
        if (Beans.isInstance(field) && !add(type, field, written, found)) {
          return null;
        }
      }
    }
    return found.isEmpty() ? null : found;
  }

  private boolean holdsData(DeclaredType type) {
    for (TypeElement owner : beans.lineage(type)) {
      boolean harmless =
          own.isOwn(owner.asType())
              && owner.getAnnotationMirrors().stream().allMatch(DataClasses::isHarmless);
      if (!harmless) {
        return false;
      }
    }
    return BEHAVIOUR.stream().noneMatch(name -> hierarchy.isSubtype(type, name));
  }

  private static boolean isHarmless(AnnotationMirror annotation) {
    String name = Annotations.qualifiedName(annotation);
    return HARMLESS.stream().anyMatch(name::startsWith);
  }

  /** The members that an object mapper writes, whose names may stand on a constructor. */
  private Map<String, JsonMember> written(DeclaredType type) {
    Map<String, JsonMember> byName = new HashMap<>();
    List<JsonMember> written = members.allOf(type);
    if (written != null) {
      written.forEach(member -> byName.put(member.name(), member));
    }
    return byName;
  }

  /** Adds the member of a field; false if nothing hands the field out. */
  private boolean add(
      DeclaredType type,
      VariableElement field,
      Map<String, JsonMember> byName,
      List<DataMember> found) {
    String name = field.getSimpleName().toString();
    List<Element> declarations = new ArrayList<>(List.of(field));
    declarations.addAll(beans.accessors(type, name));
    JsonMember written = byName.get(name);
    if (written != null) {
      declarations.addAll(written.declarations());
    }
    if (ForeignAnnotations.isIgnored(declarations)) {
      return true;
    }
    TypeMirror fieldType = compiler.types().asMemberOf(type, field);
    String access = access(type, field, fieldType);
    if (access == null) {
      return false;
    }
    found.add(new DataMember(new JsonMember(name, fieldType, declarations, null), access));
    return true;
  }

  private @Nullable String access(DeclaredType type, VariableElement field, TypeMirror fieldType) {
    if (typeReader.isVisibleMember(field) && Beans.isPublic(field)) {
      return field.getSimpleName().toString();
    }
    for (ExecutableElement accessor : beans.accessors(type, field.getSimpleName().toString())) {
      if (typeReader.isVisibleMember(accessor)
          && accessor.getThrownTypes().isEmpty()
          && !accessor.getModifiers().contains(Modifier.NATIVE)
          && accessor.getKind() == ElementKind.METHOD
          && accessors.handsOut(accessor, field, fieldType, type)) {
        return accessor.getSimpleName() + "()";
      }
    }
    return null;
  }
}
