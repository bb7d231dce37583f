package io.spanloom.processor.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds a repeated annotation in the source. The compiler wraps it into a container that stands
 * nowhere, and so would point at the element instead.
 */
final class AnnotationTrees {

  private AnnotationTrees() {}

  /**
   * The tree of an annotation, or of one of its members.
   *
   * @param path the annotated element
   * @param member the member; empty for the annotation itself
   * @return null if the annotation does not stand in the source by itself
   */
  static @Nullable Tree find(
      TreePath path, Element element, AnnotationMirror annotation, String member) {
    String name = Annotations.qualifiedName(annotation);
    String simpleName = name.substring(name.lastIndexOf('.') + 1);
    List<? extends AnnotationTree> written =
        modifiers(path.getLeaf()).stream()
            .filter(tree -> isNamed(tree.getAnnotationType(), simpleName))
            .toList();
    int index = Annotations.on(element, simpleName).indexOf(annotation);
    return index < 0 || index >= written.size() ? null : part(written.get(index), member);
  }

  private static List<? extends AnnotationTree> modifiers(Tree tree) {
    if (tree instanceof MethodTree method) {
      return annotations(method.getModifiers());
    }
    return tree instanceof VariableTree variable ? annotations(variable.getModifiers()) : List.of();
  }

  private static List<? extends AnnotationTree> annotations(ModifiersTree modifiers) {
    return modifiers.getAnnotations();
  }

  private static boolean isNamed(Tree type, String simpleName) {
    String written = type.toString();
    return written.equals(simpleName) || written.endsWith("." + simpleName);
  }

  private static Tree part(AnnotationTree annotation, String member) {
    for (ExpressionTree argument : annotation.getArguments()) {
      if (argument instanceof AssignmentTree assignment
          && assignment.getVariable().toString().equals(member)) {
        return assignment.getExpression();
      }
    }
    return annotation;
  }
}
