package io.spanloom.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Records one span attribute from a parameter or, on a method, from its result.
 *
 * <p>A well-known key (see {@link GenAi} and {@link OpenInference}) also gets its meaning: {@link
 * GenAi#REQUEST_MODEL} names the span, {@link GenAi#USAGE_INPUT_TOKENS} feeds cost and metrics.
 */
@Documented
@Repeatable(Attribute.List.class)
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.METHOD})
public @interface Attribute {
  /** The attribute's key. */
  String key();

  /**
   * A path from the parameter or result to the value, such as {@code "usage.promptTokens"} or
   * {@code "choices[0].message.content"}; empty means the parameter or result itself. Each segment
   * is a record accessor, a getter, a method without parameters, a visible field or an index; the
   * compiler checks it, and a {@code null} on the way means no attribute.
   */
  String path() default "";

  /** Holds several {@link Attribute}s; written by the compiler. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.PARAMETER, ElementType.METHOD})
  @interface List {
    /** The attributes, in the order of the source. */
    Attribute[] value();
  }
}
