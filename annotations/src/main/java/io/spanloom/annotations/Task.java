package io.spanloom.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Traces a method as a step of a workflow or agent: a turn of reasoning, a plan, or any other piece
 * of work that deserves a span of its own.
 *
 * <p>A tool call that a model asked for below a task becomes a child of that task's span, so one
 * iteration of an agent loop reads as one branch of the trace.
 *
 * <p>The span is named {@code {name}}, or {@code plan {agent}} for {@link Kind#PLAN}, has kind
 * {@code INTERNAL} and {@code openinference.span.kind = CHAIN}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Task {
  /** The name, low in cardinality; empty means the method's name. */
  String value() default "";

  /** What sort of step the method is. */
  Kind kind() default Kind.REASONING;

  /** What sort of step a task is. */
  enum Kind {
    /** A turn of reasoning: a model call and what follows from it. */
    REASONING,
    /** Making a plan; carries {@code gen_ai.operation.name = plan}. */
    PLAN,
    /** Any other step. */
    STEP
  }
}
