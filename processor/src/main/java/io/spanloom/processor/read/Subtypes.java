package io.spanloom.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Finds the classes of a sealed hierarchy. */
final class Subtypes {

  private final Types types;
  private final Hierarchy hierarchy;

  Subtypes(Types types, Hierarchy hierarchy) {
    this.types = types;
    this.hierarchy = hierarchy;
  }

  /** What a value of a sealed type can be, in the order of its declaration; empty if not sealed. */
  List<DeclaredType> of(DeclaredType type) {
    List<DeclaredType> found = new ArrayList<>();
    if (isSealed(type)) {
      addOf(type, found, new TreeSet<>());
    }
    return found;
  }

  private void addOf(DeclaredType type, List<DeclaredType> found, Set<String> seen) {
    if (!seen.add(Hierarchy.name(type))) {
      return;
    }
    if (!isSealed(type)) {
      found.add(type);
      return;
    }
    for (TypeMirror permitted : ((TypeElement) type.asElement()).getPermittedSubclasses()) {
      if (TypeReader.upperBound(permitted) instanceof DeclaredType subtype) {
        addOf(applied((TypeElement) subtype.asElement(), type), found, seen);
      }
    }
  }

  /** The subclass with the type arguments that its parent's arguments imply. */
  private DeclaredType applied(TypeElement subtype, DeclaredType parent) {
    if (subtype.getTypeParameters().isEmpty() || parent.getTypeArguments().isEmpty()) {
      return (DeclaredType) subtype.asType();
    }
    DeclaredType inherited = hierarchy.find(subtype.asType(), Hierarchy.name(parent));
    TypeMirror[] arguments =
        subtype.getTypeParameters().stream()
            .map(parameter -> argument(parameter.asType(), inherited, parent))
            .toArray(TypeMirror[]::new);
    return types.getDeclaredType(subtype, arguments);
  }

  private static TypeMirror argument(
      TypeMirror variable, @Nullable DeclaredType inherited, DeclaredType parent) {
    int index = inherited == null ? -1 : inherited.getTypeArguments().indexOf(variable);
    return index < 0 ? variable : parent.getTypeArguments().get(index);
  }

  private static boolean isSealed(DeclaredType type) {
    return type.asElement().getModifiers().contains(Modifier.SEALED);
  }
}
