package io.spanloom.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Traces a method as a check that input or output must pass.
 *
 * <p>The span is named {@code guardrail {name}}, has kind {@code INTERNAL} and {@code
 * openinference.span.kind = GUARDRAIL}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Guardrail {
  /** The name, low in cardinality; empty means the method's name. */
  String value() default "";
}
