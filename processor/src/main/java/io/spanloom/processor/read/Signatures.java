package io.spanloom.processor.read;

import io.spanloom.processor.model.MethodId;
import io.spanloom.processor.model.MethodId.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads what identifies a method: its descriptor, and its erased types as pointcuts write them. */
final class Signatures {

  private final Elements elements;
  private final Types types;
  private final NestedSubclasses nestedSubclasses;

  Signatures(Compiler compiler) {
    this.elements = compiler.elements();
    this.types = compiler.types();
    this.nestedSubclasses = new NestedSubclasses(compiler.trees());
  }

  MethodId of(ExecutableElement method) {
    return new MethodId(
        method.getSimpleName().toString(),
        descriptor(method),
        pattern(types.erasure(method.getReturnType())),
        parameterPatterns(method),
        isOverridable(method),
        reach(method));
  }

  /** An annotation on an interface's method or an abstract one is a contract for all classes. */
  static Reach reach(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    if (modifiers.contains(Modifier.ABSTRACT)) {
      return Reach.IMPLEMENTATIONS;
    }
    return modifiers.contains(Modifier.DEFAULT) ? Reach.BOTH : Reach.ITSELF;
  }

  private String descriptor(ExecutableElement method) {
    String parameters =
        method.getParameters().stream()
            .map(parameter -> descriptor(types.erasure(parameter.asType())))
            .collect(Collectors.joining());
    return "(" + parameters + ")" + descriptor(types.erasure(method.getReturnType()));
  }

  private String descriptor(TypeMirror erased) {
    return switch (erased.getKind()) {
      case BOOLEAN -> "Z";
      case BYTE -> "B";
      case SHORT -> "S";
      case INT -> "I";
      case LONG -> "J";
      case CHAR -> "C";
      case FLOAT -> "F";
      case DOUBLE -> "D";
      case VOID -> "V";
      case ARRAY -> "[" + descriptor(((ArrayType) erased).getComponentType());
      default -> "L" + binaryName(erased).replace('.', '/') + ";";
    };
  }

  private String binaryName(TypeMirror erased) {
    if (erased.getKind() == TypeKind.ERROR) {
      throw new UnresolvedTypeException(erased.toString());
    }
    TypeElement element = (TypeElement) ((DeclaredType) erased).asElement();
    return elements.getBinaryName(element).toString();
  }

  /** AspectJ tells {@code String...} from {@code String[]}, so the last parameter matters. */
  private List<String> parameterPatterns(ExecutableElement method) {
    List<String> patterns = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      patterns.add(pattern(types.erasure(parameter.asType())));
    }
    if (method.isVarArgs()) {
      int last = patterns.size() - 1;
      patterns.set(last, patterns.get(last).replaceFirst("\\[]$", "..."));
    }
    return patterns;
  }

  private String pattern(TypeMirror erased) {
    return switch (erased.getKind()) {
      case ARRAY -> pattern(((ArrayType) erased).getComponentType()) + "[]";
      case DECLARED ->
          TypeReader.classId((TypeElement) ((DeclaredType) erased).asElement()).canonicalName();
      default -> erased.getKind().name().toLowerCase(Locale.ROOT);
    };
  }

  /** Private methods count: AspectJ matches a method of the same signature in a nested subclass. */
  private boolean isOverridable(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    TypeElement owner = Owners.of(method);
    return !modifiers.contains(Modifier.STATIC)
        && !modifiers.contains(Modifier.FINAL)
        && !owner.getModifiers().contains(Modifier.FINAL)
        && owner.getKind() != ElementKind.RECORD
        && nestedSubclasses.mayBeIn(owner);
  }
}
