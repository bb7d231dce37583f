package io.spanloom.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.spanloom.processor.model.ClassId;
import io.spanloom.processor.model.MethodId;
import io.spanloom.processor.model.SpanRole;
import java.util.List;

/**
 * Writes the parts of pointcuts that match the execution of one method, or of what implements it.
 */
final class Pointcuts {

  private Pointcuts() {}

  /** The method's name and exactly its erased parameters. */
  static String signature(ClassId owner, MethodId method) {
    return "%s.%s(%s)"
        .formatted(
            owner.canonicalName(), method.name(), String.join(", ", method.parameterPatterns()));
  }

  /**
   * Methods that carry a span annotation of their own, which wins over that of a method they
   * implement. Only the annotations on a method itself count here; AspectJ would compare a pattern
   * beside the signature with those of the implemented method.
   *
   * @param toolAnnotations the annotations of other libraries that make a method a tool
   */
  static CodeBlock annotated(List<String> toolAnnotations) {
    CodeBlock.Builder code = CodeBlock.builder().add("$>$>\n$S$>$>", "execution(@(");
    String separator = "";
    for (SpanRole role : SpanRole.values()) {
      code.add("\n+ $S", separator + role.qualifiedAnnotation());
      separator = " || ";
    }
    for (String annotation : toolAnnotations) {
      code.add("\n+ $S", separator + ifPresent(annotation));
    }
    return code.add("\n+ $S$<$<$<$<", ") * *(..))").build();
  }

  /** AspectJ warns of an exact name that nothing has, but not of a pattern that nothing matches. */
  private static String ifPresent(String qualifiedName) {
    int end = qualifiedName.lastIndexOf('.');
    return end < 0
        ? qualifiedName
        : qualifiedName.substring(0, end) + ".." + qualifiedName.substring(end + 1);
  }

  /**
   * Keeps out methods that override it: {@code execution} matches those too. Subclasses elsewhere
   * are outside the class; nested, local and anonymous ones count as inside until excluded.
   */
  static String scope(ClassId owner, MethodId method) {
    String name = owner.canonicalName();
    String within = "within(" + name + ")";
    return method.overridable() ? within + " && !within(" + name + "..*)" : within;
  }

  /** What a pointcut of a method that others implement goes on with, up to {@link #annotated}. */
  static String except(ClassId owner, MethodId method) {
    return method.reach() == MethodId.Reach.BOTH
        ? " && (" + scope(owner, method) + " || !"
        : " && !";
  }
}
