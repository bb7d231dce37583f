package io.spanloom.langchain4j;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Passes what a proxy is asked on to what it stands in for. */
@SuppressWarnings("try") // a scope is only there to be closed
final class Forwarding {

  private Forwarding() {}

  static @Nullable Object inContext(
      Context context, Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try (Scope ignored = context.makeCurrent()) {
      return invoke(target, method, arguments);
    }
  }

  /**
   * Calls a method of an interface, and throws what the method throws.
   *
   * @param <X> unchecked where the caller does not say otherwise, as the methods of models are
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  static <X extends Throwable> @Nullable Object invoke(
      Object target, Method method, Object @Nullable [] arguments) throws X {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw (X) thrown.getCause();
    } catch (IllegalAccessException notPublic) {
      throw new IllegalStateException("Cannot call " + method, notPublic);
    }
  }

  /** A proxy is equal to itself alone; for the rest it is what it stands in for. */
  static @Nullable Object objectMethod(
      Object proxy, Object target, Method method, Object @Nullable [] arguments) throws Throwable {
    return method.getName().equals("equals") && arguments != null
        ? (Object) (proxy == arguments[0])
        : inContext(Context.current(), target, method, arguments);
  }
}
