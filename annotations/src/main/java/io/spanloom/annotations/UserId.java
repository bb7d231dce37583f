package io.spanloom.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the parameter that identifies the user an invocation serves.
 *
 * <p>{@code user.id} goes on this span and every span below it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface UserId {
  /**
   * A path from the parameter to the identifier, such as {@code "request.id"}; empty means the
   * parameter itself. Each segment is a record accessor, a getter, a method without parameters, a
   * visible field or an index; the compiler checks it.
   */
  String path() default "";
}
