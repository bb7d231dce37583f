package io.spanloom.langchain4j;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for a model, with a span around each question.
 *
 * <p>A proxy has the methods of the version that the program runs with. A class that overrides
 * methods of the newest version names types that older versions lack, and then nobody can reflect
 * on it: Spring does so with every bean.
 *
 * @param <M> the model's interface
 */
abstract class ModelProxy<M> implements InvocationHandler {

  final M model;

  ModelProxy(M model) {
    this.model = model;
  }

  /** The model to use in place of the one that is traced. */
  final M as(Class<M> type) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this));
  }

  /** Whether the method asks the model; other methods need no span. */
  abstract boolean isQuestion(Method method);

  /** Whether the interface's own implementation leads to methods that ask the model. */
  abstract boolean leadsToQuestions(Method method);

  /** Whether an annotated method asks the model here, and has the span. */
  abstract boolean isTraced();

  /** Asks the model in a span. */
  abstract @Nullable Object ask(Method method, Object[] arguments) throws Throwable;

  @Override
  public final @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return Forwarding.objectMethod(proxy, model, method, arguments);
    }
    if (arguments != null && isQuestion(method)) {
      return isTraced() ? Forwarding.invoke(model, method, arguments) : ask(method, arguments);
    }
    return method.isDefault() && leadsToQuestions(method)
        ? InvocationHandler.invokeDefault(proxy, method, arguments)
        : Forwarding.invoke(model, method, arguments);
  }
}
