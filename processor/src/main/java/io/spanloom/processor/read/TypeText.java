package io.spanloom.processor.read;

import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Types as messages show them: simple names, with type arguments. */
final class TypeText {

  private TypeText() {}

  static String of(TypeMirror type) {
    TypeMirror bound = TypeReader.upperBound(type);
    if (bound instanceof ArrayType array) {
      return of(array.getComponentType()) + "[]";
    }
    if (!(bound instanceof DeclaredType declared)) {
      return bound.toString();
    }
    String name = TypeReader.classId((TypeElement) declared.asElement()).simpleName();
    if (declared.getTypeArguments().isEmpty()) {
      return name;
    }
    return declared.getTypeArguments().stream()
        .map(argument -> argument instanceof DeclaredType ? of(argument) : argument.toString())
        .collect(Collectors.joining(", ", name + "<", ">"));
  }
}
