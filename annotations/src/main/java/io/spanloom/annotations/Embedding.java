package io.spanloom.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Traces a method as the computation of embeddings.
 *
 * <p>The span is named {@code embeddings {model}}, has kind {@code CLIENT}, {@code
 * gen_ai.operation.name = embeddings} and {@code openinference.span.kind = EMBEDDING}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Embedding {
  /** The name, low in cardinality; empty means the method's name. */
  String value() default "";

  /**
   * The provider, one of the values of {@code gen_ai.provider.name}; empty means an attribute
   * tells.
   */
  String provider() default "";

  /** The embedding model; empty if an attribute gives it. */
  String model() default "";
}
