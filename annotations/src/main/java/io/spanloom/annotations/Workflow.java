package io.spanloom.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Traces a method as a workflow: a run of several steps with one purpose, most often the root of a
 * trace.
 *
 * <p>The span is named {@code invoke_workflow {name}}, has kind {@code INTERNAL}, {@code
 * gen_ai.operation.name = invoke_workflow} (OpenTelemetry GenAI conventions 1.41) and {@code
 * openinference.span.kind = CHAIN}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Workflow {
  /** The name, low in cardinality; empty means the method's name. */
  String value() default "";

  /**
   * The version of the workflow, recorded as {@code spanloom.workflow.version}; empty means none.
   */
  String version() default "";

  /** Whether each model call directly below opens a {@code step {n}} reasoning span by itself. */
  Steps steps() default Steps.EXPLICIT;
}
