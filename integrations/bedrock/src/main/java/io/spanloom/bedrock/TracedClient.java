package io.spanloom.bedrock;

import io.spanloom.Spans;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;

/**
 * Stands in for a client. A proxy has the methods of the SDK's version that the program runs with.
 *
 * @param client the client that is traced
 */
record TracedClient(Object client) implements InvocationHandler {

  static <C> C of(C client, Class<C> type) {
    ClassLoader loader = type.getClassLoader();
    return type.cast(
        Proxy.newProxyInstance(loader, new Class<?>[] {type}, new TracedClient(client)));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (arguments == null) {
      return forward(method, arguments);
    }
    Class<?> request = method.getParameterTypes()[0];
    if (request == ConverseRequest.class) {
      return converse(method, arguments);
    }
    if (request == ConverseStreamRequest.class) {
      return converseStream(method, arguments);
    }
    if (method.getName().equals("equals")) {
      return proxy == arguments[0];
    }
    return request == Consumer.class && method.getName().startsWith("converse")
        ? InvocationHandler.invokeDefault(proxy, method, arguments) // builds the request
        : forward(method, arguments);
  }

  @SuppressWarnings("NullAway") // what the client returns passes through as it is
  private @Nullable Object converse(Method method, Object[] arguments) {
    return Spans.inLlmCall()
        ? forward(method, arguments)
        : Spans.llmCall(null, null).request(arguments[0]).call(() -> forward(method, arguments));
  }

  private CompletableFuture<Void> converseStream(Method method, Object[] arguments) {
    StreamedCall.Sender sender = handler -> forward(method, new Object[] {arguments[0], handler});
    StreamedCall call =
        new StreamedCall(sender, (ConverseStreamResponseHandler) arguments[1], null);
    return Spans.inLlmCall()
        ? call.send()
        : Spans.llmCall(null, null)
            .request(arguments[0])
            .delivered(StreamedCall.class, () -> call)
            .send();
  }

  /** Throws what the client throws, which is unchecked. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
  private <R, X extends Throwable> R forward(Method method, Object @Nullable [] arguments)
      throws X {
    try {
      return (R) method.invoke(client, arguments);
    } catch (InvocationTargetException thrown) {
      throw (X) thrown.getCause();
    } catch (IllegalAccessException notPublic) {
      throw new IllegalStateException("Cannot call " + method, notPublic);
    }
  }
}
