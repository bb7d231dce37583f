package io.spanloom.maven.weave;

import java.util.List;

/**
 * What a successful weave did. Every method it counts has been proven to carry its advice.
 *
 * @param methods how many methods are traced
 * @param classes how many classes declare them
 * @param callSites how many calls hand their tasks on with the caller's context
 * @param changed whether anything had to be woven
 * @param warnings what the person who builds should know although the build goes on
 */
public record WeaveOutcome(
    int methods, int classes, int callSites, boolean changed, List<String> warnings) {

  public WeaveOutcome {
    warnings = List.copyOf(warnings);
  }

  /** Whether there was nothing to weave, nor to say. */
  boolean isEmpty() {
    return methods == 0 && callSites == 0 && warnings.isEmpty();
  }
}
