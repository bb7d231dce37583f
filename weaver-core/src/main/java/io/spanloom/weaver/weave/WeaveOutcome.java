package io.spanloom.weaver.weave;

import java.util.List;

/**
 * What a successful weave did. Every method it counts has been proven to carry its advice.
 *
 * @param methods how many methods are traced
 * @param classes how many classes declare them
 * @param callSites how many calls hand their tasks on with the caller's context
 * @param changed whether anything had to be woven
 * @param warnings what the person who builds should know although the build goes on
 * @param dependencies what the models of dependencies had woven, a line for each dependency
 */
public record WeaveOutcome(
    int methods,
    int classes,
    int callSites,
    boolean changed,
    List<String> warnings,
    List<String> dependencies) {

  public WeaveOutcome {
    warnings = List.copyOf(warnings);
    dependencies = List.copyOf(dependencies);
  }

  /** Of a module for which no dependency's model has anything woven. */
  WeaveOutcome(int methods, int classes, int callSites, boolean changed, List<String> warnings) {
    this(methods, classes, callSites, changed, warnings, List.of());
  }

  /** Whether there was nothing to weave. */
  public boolean wovenNothing() {
    return methods == 0 && callSites == 0;
  }

  /** Whether there was nothing to weave, nor to say. */
  boolean isEmpty() {
    return wovenNothing() && warnings.isEmpty();
  }
}
