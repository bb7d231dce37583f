package io.spanloom.processor.read;

import java.util.List;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** Knows what may be missing: any library's {@code @Nullable}, and the JDK's optionals. */
final class Nullability {

  private Nullability() {}

  /** Whether a value may be absent, by what its declarations or its type say. */
  static boolean mayBeAbsent(List<? extends Element> declarations, TypeMirror type) {
    return Hierarchy.name(type).startsWith("java.util.Optional")
        || isNullable(type)
        || declarations.stream()
            .anyMatch(element -> isNullable(element) || isNullable(valueOf(element)));
  }

  private static TypeMirror valueOf(Element element) {
    return element instanceof ExecutableElement accessor
        ? accessor.getReturnType()
        : element.asType();
  }

  private static boolean isNullable(AnnotatedConstruct construct) {
    return construct.getAnnotationMirrors().stream()
        .map(Annotations::qualifiedName)
        .anyMatch(name -> name.endsWith(".Nullable") || name.equals("Nullable"));
  }
}
