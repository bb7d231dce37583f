package io.spanloom.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the {@code String} parameter of a {@link Tool} that carries the identifier the provider
 * issued for this call.
 *
 * <p>It ties the tool's span to the model response that asked for the call.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface ToolCallId {
  /**
   * A path from the parameter to the identifier, such as {@code "request.id"}; empty means the
   * parameter itself. Each segment is a record accessor, a getter, a method without parameters, a
   * visible field or an index; the compiler checks it.
   */
  String path() default "";
}
