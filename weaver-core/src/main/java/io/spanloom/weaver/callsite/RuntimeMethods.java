package io.spanloom.weaver.callsite;

import java.util.List;

/**
 * The methods of {@code spanloom-runtime} that tasks pass through: one name, an overload for each
 * type of task.
 */
enum RuntimeMethods {
  /** Passes the executor too: some executors need the task as it is. */
  FOR_EXECUTOR("task", true, "TaskWrapping"),
  TASK("task", false, "TaskWrapping"),
  BODY("body", false, "TaskWrapping"),
  SOUGHT("sought", false, "TaskWrapping"),
  FUNCTION("function", false, "FunctionWrapping"),
  /** Tells which stream: a sequential one runs its functions where it is. */
  OF_STREAM(
      "function",
      true,
      "ParallelFunctions",
      "ParallelIntFunctions",
      "ParallelLongFunctions",
      "ParallelDoubleFunctions");

  static final String PACKAGE = "io/spanloom/internal/propagation/";

  private final String method;
  private final boolean withTarget;

  @SuppressWarnings("ImmutableEnumChecker") // the list is immutable
  private final List<String> classes;

  RuntimeMethods(String method, boolean withTarget, String... classes) {
    this.method = method;
    this.withTarget = withTarget;
    this.classes = List.of(classes);
  }

  String method() {
    return method;
  }

  /** Whether the method gets the call's target before the task. */
  boolean withTarget() {
    return withTarget;
  }

  /** Internal names of the classes that have the overloads. */
  List<String> classes() {
    return classes.stream().map(name -> PACKAGE + name).toList();
  }
}
