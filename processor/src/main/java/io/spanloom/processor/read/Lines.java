package io.spanloom.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.spanloom.processor.model.SourcePlace;
import java.net.URI;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Finds out where a method stands in its source file. */
final class Lines {

  private final @Nullable Trees trees;

  Lines(@Nullable Trees trees) {
    this.trees = trees;
  }

  SourcePlace of(ExecutableElement method) {
    TreePath path = trees == null ? null : trees.getPath(method);
    if (trees == null || path == null) {
      return new SourcePlace(outermost(method) + ".java", SourcePlace.UNKNOWN_LINE);
    }
    CompilationUnitTree unit = path.getCompilationUnit();
    long start = trees.getSourcePositions().getStartPosition(unit, start(path.getLeaf()));
    return new SourcePlace(
        simpleName(unit.getSourceFile().toUri()), unit.getLineMap().getLineNumber(start));
  }

  /** The result type stands on the line of the method's name, below any annotations. */
  private static Tree start(Tree tree) {
    return tree instanceof MethodTree method && method.getReturnType() != null
        ? method.getReturnType()
        : tree;
  }

  private static String simpleName(URI file) {
    String path = file.getPath() == null ? file.toString() : file.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String outermost(Element element) {
    Element current = element;
    while (current.getEnclosingElement() instanceof TypeElement enclosing) {
      current = enclosing;
    }
    return current.getSimpleName().toString();
  }
}
