package io.spanloom.processor.read;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** Collects the lint categories that generated code sets off by using what the user's code uses. */
final class Deprecations {

  private final Set<String> categories = new TreeSet<>();
  private final Set<TypeMirror> seen = new HashSet<>();
  private final Set<Element> variables = new HashSet<>();

  Set<String> categories() {
    return Set.copyOf(categories);
  }

  void add(TypeMirror type) {
    if (type instanceof TypeVariable variable && !variables.add(variable.asElement())) {
      return;
    }
    TypeMirror bound = TypeReader.upperBound(type);
    if (bound instanceof ArrayType array) {
      add(array.getComponentType());
    } else if (bound instanceof DeclaredType declared && seen.add(declared)) {
      addWithOwners(declared.asElement());
      declared.getTypeArguments().forEach(this::add);
    }
  }

  void add(Element element) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      if (Annotations.qualifiedName(annotation).equals("java.lang.Deprecated")) {
        AnnotationValue removal = Annotations.written(annotation, "forRemoval");
        boolean forRemoval = removal != null && Boolean.TRUE.equals(removal.getValue());
        categories.add(forRemoval ? "removal" : "deprecation");
      }
    }
  }

  private void addWithOwners(Element type) {
    Element element = type;
    while (element instanceof TypeElement) {
      add(element);
      element = element.getEnclosingElement();
    }
  }
}
