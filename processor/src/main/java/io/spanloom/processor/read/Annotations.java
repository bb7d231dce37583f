package io.spanloom.processor.read;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Reads annotations by name, without loading their classes. */
final class Annotations {

  private static final String PACKAGE = "io.spanloom.annotations.";

  private Annotations() {}

  static String qualifiedName(AnnotationMirror annotation) {
    return ((TypeElement) annotation.getAnnotationType().asElement()).getQualifiedName().toString();
  }

  /** All annotations of one of Spanloom's types on an element, containers unpacked. */
  static List<AnnotationMirror> on(Element element, String simpleName) {
    List<AnnotationMirror> found = new ArrayList<>();
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      String name = qualifiedName(annotation);
      if (name.equals(PACKAGE + simpleName)) {
        found.add(annotation);
      } else if (name.equals(PACKAGE + simpleName + ".List")) {
        found.addAll(contained(annotation));
      }
    }
    return found;
  }

  static boolean isPresent(Element element, String simpleName) {
    return !on(element, simpleName).isEmpty();
  }

  /** The text of a member: a string, or the name of an enum constant; empty where not written. */
  static String text(AnnotationMirror annotation, String member) {
    AnnotationValue written = written(annotation, member);
    if (written == null) {
      return "";
    }
    Object value = written.getValue();
    if (value.equals("<error>")) {
      throw new UnresolvedTypeException(member);
    }
    return value instanceof VariableElement constant
        ? constant.getSimpleName().toString()
        : value.toString();
  }

  /** A member's value as the source states it; null where the default applies. */
  static @Nullable AnnotationValue written(AnnotationMirror annotation, String member) {
    return annotation.getElementValues().entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
        .<AnnotationValue>map(entry -> entry.getValue())
        .findFirst()
        .orElse(null);
  }

  private static List<AnnotationMirror> contained(AnnotationMirror container) {
    AnnotationValue value = written(container, "value");
    List<AnnotationMirror> annotations = new ArrayList<>();
    if (value != null && value.getValue() instanceof List<?> items) {
      for (Object item : items) {
        if (item instanceof AnnotationValue nested
            && nested.getValue() instanceof AnnotationMirror annotation) {
          annotations.add(annotation);
        }
      }
    }
    return annotations;
  }
}
