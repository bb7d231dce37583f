package io.spanloom.processor.write;

import io.spanloom.processor.model.ClassId;
import io.spanloom.processor.model.MethodId;

/** Writes the parts of pointcuts that match the execution of exactly one method. */
final class Pointcuts {

  private Pointcuts() {}

  /** The method's name and exactly its erased parameters. */
  static String signature(ClassId owner, MethodId method) {
    return "%s.%s(%s)"
        .formatted(
            owner.canonicalName(), method.name(), String.join(", ", method.parameterPatterns()));
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
}
