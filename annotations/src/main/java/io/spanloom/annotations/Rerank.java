package io.spanloom.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Traces a method as the reordering of retrieved documents.
 *
 * <p>The span is named {@code rerank {model}}, has kind {@code INTERNAL} and {@code
 * openinference.span.kind = RERANKER}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Rerank {
  /** The name, low in cardinality; empty means the method's name. */
  String value() default "";

  /** The reranking model; empty if an attribute gives it. */
  String model() default "";
}
