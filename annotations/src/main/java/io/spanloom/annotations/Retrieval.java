package io.spanloom.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Traces a method as a retrieval of documents from a data source.
 *
 * <p>The span is named {@code retrieval {dataSource}}, has kind {@code CLIENT}, {@code
 * gen_ai.operation.name = retrieval} and {@code openinference.span.kind = RETRIEVER}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Retrieval {
  /** The name, low in cardinality; empty means the method's name. */
  String value() default "";

  /** The data source, {@code gen_ai.data_source.id}; empty means none. */
  String dataSource() default "";
}
