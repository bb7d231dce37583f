package io.spanloom.langchain4j;

import dev.langchain4j.service.MemoryId;
import io.opentelemetry.context.Scope;
import io.spanloom.SpanCall;
import io.spanloom.Spans;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** An AI service with a span around each call. */
@SuppressWarnings("try") // a scope is only there to be closed
final class ServiceProxy implements InvocationHandler {

  private final Object service;
  private final String name;

  private ServiceProxy(Object service, String name) {
    this.service = service;
    this.name = name;
  }

  @SuppressWarnings("unchecked") // a service is of its interface's type
  static <T> T of(T service, Class<?> type, String name) {
    return (T) StandIns.of(type, new ServiceProxy(service, name));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return Forwarding.objectMethod(proxy, service, method, arguments);
    }
    return asksModel(method)
        ? trace(method, arguments == null ? new Object[0] : arguments)
        : Forwarding.invoke(service, method, arguments);
  }

  /** Interfaces of LangChain4j's own, such as ChatMemoryAccess, ask no model. */
  private static boolean asksModel(Method method) {
    return Modifier.isAbstract(method.getModifiers())
        && !method.getDeclaringClass().getName().startsWith("dev.langchain4j.service.memory.");
  }

  private @Nullable Object trace(Method method, Object[] arguments) throws Throwable {
    SpanCall call = Spans.agent(name).input(input(method, arguments));
    try (Scope ignored = session(method, arguments)) {
      return traced(call, method, arguments);
    }
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // what a service returns passes through as it is
  private @Nullable Object traced(SpanCall call, Method method, Object[] arguments)
      throws Throwable {
    Class<?> type = method.getReturnType();
    return CompletionStage.class.isAssignableFrom(type) || Future.class.isAssignableFrom(type)
        ? call.call(() -> Forwarding.invoke(service, method, arguments))
        : call.delivered((Class<Object>) type, () -> Forwarding.invoke(service, method, arguments));
  }

  private static @Nullable Object input(Method method, Object[] arguments) {
    if (arguments.length == 1) {
      return arguments[0];
    }
    Map<String, Object> named = new LinkedHashMap<>();
    Parameter[] parameters = method.getParameters();
    for (int i = 0; i < arguments.length; i++) {
      named.put(parameters[i].getName(), arguments[i]);
    }
    return named;
  }

  private static Scope session(Method method, Object[] arguments) {
    Parameter[] parameters = method.getParameters();
    for (int i = 0; i < arguments.length; i++) {
      if (parameters[i].isAnnotationPresent(MemoryId.class)) {
        return MemorySession.enter(arguments[i]);
      }
    }
    return Scope.noop();
  }
}
