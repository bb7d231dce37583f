package io.spanloom.annotations;

/** Who marks the steps of a workflow or agent. */
public enum Steps {
  /** Only methods annotated with {@link Task} are steps. */
  EXPLICIT,
  /**
   * Each model call directly below the workflow or agent opens a {@code step {n}} reasoning span,
   * which ends at the next one, so that a plain loop needs no refactoring.
   */
  AUTO
}
