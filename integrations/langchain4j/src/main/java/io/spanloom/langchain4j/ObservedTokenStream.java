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
 * start}; the service's events go to the program in the context it was started in.
 *
 * <p>A proxy, because there are more events from version to version.
 */
final class ObservedTokenStream {

  private final Object stream; // a TokenStream, which is in a module that may be missing
  private final ResultTracker tracker;
  private volatile Context caller = Context.root();
  private boolean endIsObserved;

  private ObservedTokenStream(Object stream, ResultTracker tracker) {
    this.stream = stream;
    this.tracker = tracker;
  }

  static Object of(Object stream, ResultTracker tracker) {
    ObservedTokenStream observed = new ObservedTokenStream(stream, tracker);
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
      case "ignoreErrors" -> ((TokenStream) stream).onError(tracker::failed);
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
    tracker.begun();
    try {
      tracker.produce(started::start);
    } catch (Throwable thrown) {
      tracker.failed(thrown);
      throw thrown;
    }
  }

  /** The program's listener, with one of ours before it where there is something to learn. */
  private Object observed(String event, Object listener) {
    endIsObserved |= event.equals("onCompleteResponse");
    Consumer<Object> ours =
        switch (event) {
          case "onPartialResponse", "onPartialResponseWithContext" ->
              value -> tracker.chunk(StreamedPart.text(ObservedHandler.text(value)));
          case "onCompleteResponse" -> value -> completed((ChatResponse) value);
          case "onError" -> value -> tracker.failed((Throwable) value);
          default -> value -> {};
        };
    return observed(listener, ours);
  }

  private void completed(ChatResponse response) {
    tracker.chunk(StreamedPart.of(response));
    tracker.completed();
  }

  @SuppressWarnings("unchecked") // what it is told passes through as it is
  private Object observed(Object listener, Consumer<Object> first) {
    if (listener instanceof Consumer<?> one) {
      return (Consumer<Object>)
          value -> {
            first.accept(value);
            inCallersContext(() -> ((Consumer<Object>) one).accept(value));
          };
    }
    if (listener instanceof BiConsumer<?, ?> two) {
      return (BiConsumer<Object, Object>)
          (value, context) -> {
            first.accept(value);
            Object handed = ObservedHandle.in(context, tracker);
            inCallersContext(() -> ((BiConsumer<Object, Object>) two).accept(value, handed));
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
    public Object wrap(Object result, ResultTracker tracker) {
      return of(result, tracker);
    }
  }
}
