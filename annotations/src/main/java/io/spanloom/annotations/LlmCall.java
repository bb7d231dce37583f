package io.spanloom.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Traces a method as a call to a language model.
 *
 * <p>The span is named {@code {operation} {model}}, has kind {@code CLIENT} and {@code
 * openinference.span.kind = LLM}. Where the request or result is a type of an SDK that an adapter
 * on the class path understands, model, parameters, tokens, finish reasons, tool calls and (if
 * content is captured) messages are read from it; anything else is named with {@link Attribute} and
 * the keys in {@link GenAi}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface LlmCall {
  /**
   * A name for the call in reports; empty means the method's name. The span is named by its model.
   */
  String value() default "";

  /**
   * The provider, one of the values of {@code gen_ai.provider.name}; empty means the adapter or an
   * attribute tells.
   */
  String provider() default "";

  /** The requested model; empty if the adapter or an attribute gives it. */
  String model() default "";

  /** {@code chat}, {@code text_completion} or {@code generate_content}. */
  String operation() default "chat";
}
