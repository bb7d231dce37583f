package io.spanloom.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Traces a method as a judgement of an answer's quality.
 *
 * <p>The span is named {@code evaluation {name}}, has kind {@code INTERNAL} and {@code
 * openinference.span.kind = EVALUATOR}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Evaluation {
  /** The name, low in cardinality; empty means the method's name. */
  String value() default "";
}
