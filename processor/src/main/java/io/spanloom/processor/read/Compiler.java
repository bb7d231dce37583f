package io.spanloom.processor.read;

import com.sun.source.util.Trees;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * What the readers ask the compiler.
 *
 * @param trees the syntax trees, for line numbers; null in a compiler that is not javac
 */
record Compiler(Elements elements, Types types, @Nullable Trees trees) {

  static Compiler of(ProcessingEnvironment environment) {
    return new Compiler(
        environment.getElementUtils(), environment.getTypeUtils(), trees(environment));
  }

  /** Whether the element is compiled now, as far as the compiler says. */
  boolean isFromSource(Element element) {
    return trees != null && trees.getTree(element) != null;
  }

  private static @Nullable Trees trees(ProcessingEnvironment environment) {
    try {
      return Trees.instance(environment);
    } catch (IllegalArgumentException | LinkageError notJavac) {
      return null;
    }
  }
}
