package io.spanloom.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parameter as part of {@code input.value}.
 *
 * <p>Without any, every parameter that has no other role makes up the input. Input is content: it
 * is recorded only where the capture policy allows it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Input {
  /**
   * A path from the parameter to what is the input, such as {@code "request.id"}; empty means the
   * parameter itself. Each segment is a record accessor, a getter, a method without parameters, a
   * visible field or an index; the compiler checks it.
   */
  String path() default "";
}
