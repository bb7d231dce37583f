package io.spanloom.processor.read;

import io.spanloom.processor.model.JavaType;
import io.spanloom.processor.model.MethodId.Reach;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** The types that advice binds arguments and results as. */
record Bindings(TypeReader typeReader) {

  /**
   * The type to bind a value as. AspectJ compares type arguments in ways of its own, and does not
   * know the bounds of an enclosing class's type variables; what it is unsure of it tests at run
   * time, and a null fails the test. Unbounded wildcards are always a match, for implementations
   * with narrower or raw types too.
   */
  JavaType of(ExecutableElement method, TypeMirror type) {
    JavaType read = typeReader.read(type);
    boolean mayVary = Signatures.reach(method) != Reach.ITSELF && read instanceof JavaType.Declared;
    if (typeReader.isExact(type) && !mayVary) {
      return read;
    }
    boolean certain =
        type.getKind() == TypeKind.DECLARED
            || (type instanceof TypeVariable variable && isDeclaredBy(variable, method));
    return certain && read instanceof JavaType.Declared declared
        ? declared.withoutArguments()
        : JavaType.object();
  }

  private static boolean isDeclaredBy(TypeVariable variable, ExecutableElement method) {
    Element generic = ((TypeParameterElement) variable.asElement()).getGenericElement();
    return generic.equals(method) || generic.equals(Owners.of(method));
  }
}
