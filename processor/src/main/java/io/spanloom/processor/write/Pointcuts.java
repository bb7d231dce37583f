package io.spanloom.processor.write;

import io.spanloom.processor.model.ClassId;
import io.spanloom.processor.model.MethodId;

/** Writes pointcuts that match exactly one method. */
final class Pointcuts {

  private Pointcuts() {}

  /** The execution of the method with exactly this erased signature. */
  static String execution(ClassId owner, MethodId method) {
    return "execution(%s %s.%s(%s))"
        .formatted(
            method.returnPattern(),
            owner.canonicalName(),
            method.name(),
            String.join(", ", method.parameterPatterns()));
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
