package io.spanloom.processor.read;

import io.spanloom.processor.model.Result.Kind;
import io.spanloom.processor.model.UnobservedResult;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Finds results that complete later, and that nothing observes. */
final class UnobservedResults {

  private static final Set<String> CONVERSIONS = Set.of("toCompletableFuture", "toCompletionStage");

  /** A type variable's bound can mention the variable: {@code T extends Comparable<T>}. */
  private static final int MAX_DEPTH = 4;

  private final Elements elements;
  private final Hierarchy hierarchy;
  private final ResultKinds kinds;
  private final Integrations integrations;
  private final DeferredTypes deferred;

  UnobservedResults(
      Elements elements, Hierarchy hierarchy, ResultKinds kinds, Integrations integrations) {
    this.elements = elements;
    this.hierarchy = hierarchy;
    this.kinds = kinds;
    this.integrations = integrations;
    this.deferred = new DeferredTypes(elements, hierarchy);
  }

  /** What a method's result type says; null if it is observed, or complete. */
  @Nullable UnobservedResult of(TypeMirror result) {
    Kind kind = kinds.of(result);
    if (kind.replaced()) {
      String missing = integrations.missing(Hierarchy.name(result));
      if (missing != null) {
        return new UnobservedResult(TypeText.of(result), missing, null, null);
      }
    }
    if (kind == Kind.VALUE
        && TypeReader.upperBound(result) instanceof DeclaredType declared
        && deferred.isDeferred(declared)) {
      return new UnobservedResult(
          TypeText.of(result), null, observedSupertype(declared), conversion(declared));
    }
    return holdsAsynchronous(result, MAX_DEPTH)
        ? new UnobservedResult(TypeText.of(result), null, null, null)
        : null;
  }

  /** The nearest supertype whose values the caller gets a stand-in for. */
  private @Nullable String observedSupertype(DeclaredType type) {
    for (DeclaredType supertype : hierarchy.allOf(type)) {
      if (kinds.of(supertype).replaced()) {
        return TypeText.of(supertype);
      }
    }
    return null;
  }

  private @Nullable String conversion(DeclaredType type) {
    return elements.getAllMembers((TypeElement) type.asElement()).stream()
        .filter(member -> member.getKind() == ElementKind.METHOD)
        .map(Element::getSimpleName)
        .map(Object::toString)
        .filter(CONVERSIONS::contains)
        .sorted()
        .findFirst()
        .orElse(null);
  }

  /** Whether something inside of the value that is waited for completes later. */
  private boolean holdsAsynchronous(TypeMirror type, int depth) {
    TypeMirror bound = TypeReader.upperBound(type);
    if (bound instanceof ArrayType array) {
      return isOrHoldsAsynchronous(array.getComponentType(), depth);
    }
    return depth > 0
        && bound instanceof DeclaredType declared
        && declared.getTypeArguments().stream()
            .anyMatch(argument -> isOrHoldsAsynchronous(argument, depth - 1));
  }

  private boolean isOrHoldsAsynchronous(TypeMirror type, int depth) {
    TypeMirror bound = TypeReader.upperBound(type);
    return (bound instanceof DeclaredType declared && deferred.isAsynchronous(declared))
        || holdsAsynchronous(bound, depth);
  }
}
