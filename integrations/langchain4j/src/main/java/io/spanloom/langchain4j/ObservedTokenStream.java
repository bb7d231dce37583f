package io.spanloom.langchain4j;

import com.google.auto.service.AutoService;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.TokenStream;
import io.opentelemetry.context.Context;
import io.spanloom.result.ResultTracker;
import io.spanloom.result.ResultWrapper;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for an AI service's answer that is yet to be streamed. The work begins with {@code
 * start}; what the service tells goes to the program in the context it was started in.
 *
 * <p>A proxy, because there is more to be told from version to version.
 */
final class ObservedTokenStream {

  private final Object stream; // a TokenStream, which is in a module that may be missing
  private final ResultTracker observation;
  private volatile Context caller = Context.root();
  private boolean endIsObserved;

  private ObservedTokenStream(Object stream, ResultTracker observation) {
    this.stream = stream;
    this.observation = observation;
  }

  static Object of(Object stream, ResultTracker observation) {
    ObservedTokenStream observed = new ObservedTokenStream(stream, observation);
    Class<?> type = TokenStream.class;
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, observed::invoke);
  }

  private @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return Forwarding.objectMethod(proxy, stream, method, arguments);
    }
    switch (method.getName()) {
      case "start" -> start();
      case "ignoreErrors" -> ((TokenStream) stream).onError(observation::failed);
      default -> {
        if (arguments != null && arguments.length == 1) {
          arguments[0] = observed(method.getName(), arguments[0]);
        }
        Object result = Forwarding.inContext(Context.current(), stream, method, arguments);
        return result == stream ? proxy : result;
      }
    }
    return method.getReturnType() == void.class ? null : proxy;
  }

  private void start() {
    TokenStream started = (TokenStream) stream;
    caller = Context.current();
    if (!endIsObserved) {
      started.onCompleteResponse(this::completed);
    }
    observation.begun();
    try {
      observation.produce(started::start);
    } catch (Throwable thrown) {
      observation.failed(thrown);
      throw thrown;
    }
  }

  /** The program's listener, with one of ours before it where there is something to learn. */
  private Object observed(String event, Object listener) {
    endIsObserved |= event.equals("onCompleteResponse");
    Consumer<Object> ours =
        switch (event) {
          case "onPartialResponse", "onPartialResponseWithContext" ->
              told -> observation.chunk(StreamedPart.text(ObservedHandler.text(told)));
          case "onCompleteResponse" -> told -> completed((ChatResponse) told);
          case "onError" -> told -> observation.failed((Throwable) told);
          default -> told -> {};
        };
    return observed(listener, ours);
  }

  private void completed(ChatResponse response) {
    observation.chunk(StreamedPart.of(response));
    observation.completed();
  }

  @SuppressWarnings("unchecked") // what it is told passes through as it is
  private Object observed(Object listener, Consumer<Object> first) {
    if (listener instanceof Consumer<?> one) {
      return (Consumer<Object>)
          told -> {
            first.accept(told);
            inCallersContext(() -> ((Consumer<Object>) one).accept(told));
          };
    }
    if (listener instanceof BiConsumer<?, ?> two) {
      return (BiConsumer<Object, Object>)
          (told, context) -> {
            first.accept(told);
            Object handed = ObservedHandle.in(context, observation);
            inCallersContext(() -> ((BiConsumer<Object, Object>) two).accept(told, handed));
          };
    }
    return listener;
  }

  private void inCallersContext(Runnable listener) {
    ResultTracker.consume(caller, listener);
  }

  /** Lets the span of a method that returns a token stream listen. */
  @AutoService(ResultWrapper.class)
  @SuppressWarnings("rawtypes") // a service is named by its raw type
  public static final class Wrapper implements ResultWrapper<Object> {

    @Override
    public Class<Object> type() {
      return OptionalType.of(() -> TokenStream.class);
    }

    @Override
    public Object wrap(Object result, ResultTracker observation) {
      return of(result, observation);
    }
  }
}
