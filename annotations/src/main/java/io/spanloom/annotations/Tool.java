package io.spanloom.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Traces a method as the execution of a tool that a model can ask for.
 *
 * <p>The span is named {@code execute_tool {name}}, has kind {@code INTERNAL}, {@code
 * gen_ai.operation.name = execute_tool} and {@code openinference.span.kind = TOOL}. It carries the
 * identifier the provider issued for the call when one is known: from a {@link ToolCallId}
 * parameter, an explicit scope, or the pending calls of the session. It is never invented.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Tool {
  /** The name the model knows the tool by; empty means the method's name. */
  String value() default "";

  /** What the tool does; empty means the first sentence of the method's Javadoc. */
  String description() default "";

  /**
   * The sort of tool, {@code gen_ai.tool.type}: {@code function}, {@code extension} or {@code
   * datastore}.
   */
  String type() default "function";
}
