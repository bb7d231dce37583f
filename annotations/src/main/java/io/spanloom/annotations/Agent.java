package io.spanloom.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Traces a method as one invocation of an agent.
 *
 * <p>The span is named {@code invoke_agent {name}}, has kind {@code INTERNAL}, {@code
 * gen_ai.operation.name = invoke_agent} and {@code openinference.span.kind = AGENT}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Agent {
  /** The name, low in cardinality; empty means the method's name. */
  String value() default "";

  /** The agent's identifier, {@code gen_ai.agent.id}; empty means none. */
  String id() default "";

  /** The agent's version, {@code gen_ai.agent.version}; empty means none. */
  String version() default "";

  /** What the agent is for, {@code gen_ai.agent.description}; empty means none. */
  String description() default "";

  /** Whether each model call directly below opens a {@code step {n}} reasoning span by itself. */
  Steps steps() default Steps.EXPLICIT;
}
