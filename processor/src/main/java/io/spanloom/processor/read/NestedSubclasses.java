package io.spanloom.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether the classes inside a class may override its methods. Only the syntax tree shows
 * local and anonymous ones.
 */
final class NestedSubclasses {

  private final @Nullable Trees trees;
  private final Map<TypeElement, Boolean> cache = new HashMap<>();

  NestedSubclasses(@Nullable Trees trees) {
    this.trees = trees;
  }

  /** Whether a class may have subclasses inside; true if the compiler does not show its source. */
  boolean mayBeIn(TypeElement type) {
    return cache.computeIfAbsent(type, this::search);
  }

  private boolean search(TypeElement type) {
    ClassTree tree = trees == null || isKotlin(type) ? null : trees.getTree(type);
    return tree == null || Boolean.TRUE.equals(new Search().scan(tree.getMembers(), null));
  }

  /** Kotlin hands its classes to annotation processors as Java stubs without code. */
  private static boolean isKotlin(TypeElement type) {
    return type.getAnnotationMirrors().stream()
        .anyMatch(mark -> mark.getAnnotationType().toString().equals("kotlin.Metadata"));
  }

  /** Whatever a class extends may be a subclass in turn, so all that extend something count. */
  private static final class Search extends TreeScanner<@Nullable Boolean, @Nullable Void> {

    @Override
    public @Nullable Boolean visitClass(ClassTree type, @Nullable Void none) {
      boolean isSubtype = type.getExtendsClause() != null || !type.getImplementsClause().isEmpty();
      return isSubtype ? Boolean.TRUE : super.visitClass(type, null);
    }

    @Override
    public @Nullable Boolean visitNewClass(NewClassTree creation, @Nullable Void none) {
      boolean isAnonymous = creation.getClassBody() != null;
      return isAnonymous ? Boolean.TRUE : super.visitNewClass(creation, null);
    }

    @Override
    public @Nullable Boolean reduce(@Nullable Boolean one, @Nullable Boolean other) {
      return Boolean.TRUE.equals(one) ? one : other;
    }
  }
}
