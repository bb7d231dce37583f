package io.spanloom.langchain4j;

import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.PartialToolCallContext;
import dev.langchain4j.model.chat.response.StreamingHandle;
import io.spanloom.result.ResultTracker;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Tells when the program loses interest in a streamed answer: nobody else will.
 *
 * <p>A proxy, because the first versions have no such handle.
 */
final class ObservedHandle {

  private final Object handle;
  private final ResultTracker tracker;

  private ObservedHandle(Object handle, ResultTracker tracker) {
    this.handle = handle;
    this.tracker = tracker;
  }

  /** The context of a part of an answer, with an observed handle. */
  static Object in(Object context, ResultTracker tracker) {
    if (context instanceof PartialResponseContext response) {
      return new PartialResponseContext((StreamingHandle) of(response.streamingHandle(), tracker));
    }
    if (context instanceof PartialThinkingContext thinking) {
      return new PartialThinkingContext((StreamingHandle) of(thinking.streamingHandle(), tracker));
    }
    if (context instanceof PartialToolCallContext toolCall) {
      return new PartialToolCallContext((StreamingHandle) of(toolCall.streamingHandle(), tracker));
    }
    return context;
  }

  private static Object of(Object handle, ResultTracker tracker) {
    Class<?> type = StreamingHandle.class;
    return Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, new ObservedHandle(handle, tracker)::invoke);
  }

  private @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return Forwarding.objectMethod(proxy, handle, method, arguments);
    }
    Object result = Forwarding.invoke(handle, method, arguments);
    if (method.getName().equals("cancel")) {
      tracker.cancelled();
    }
    return result;
  }
}
