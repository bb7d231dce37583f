package io.spanloom.langchain4j;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.opentelemetry.context.Context;
import io.spanloom.result.ResultTracker;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the handler of a streamed answer.
 *
 * <p>A proxy, because handlers get more methods from version to version: what this version does not
 * know reaches the program as well.
 */
final class ObservedHandler {

  private final StreamingChatResponseHandler handler;
  private final ResultTracker tracker;
  private final Context caller = Context.current();

  private ObservedHandler(StreamingChatResponseHandler handler, ResultTracker tracker) {
    this.handler = handler;
    this.tracker = tracker;
  }

  static StreamingChatResponseHandler of(
      StreamingChatResponseHandler handler, ResultTracker tracker) {
    ObservedHandler observed = new ObservedHandler(handler, tracker);
    Class<StreamingChatResponseHandler> type = StreamingChatResponseHandler.class;
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> observed.invoke(proxy, method, arguments)));
  }

  private @Nullable Object invoke(Object proxy, Method method, Object[] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return Forwarding.objectMethod(proxy, handler, method, arguments);
    }
    observe(method.getName(), arguments[0]);
    if (arguments.length == 2) {
      arguments[1] = ObservedHandle.in(arguments[1], tracker);
    }
    return Forwarding.inContext(caller, handler, method, arguments);
  }

  private void observe(String event, Object argument) {
    switch (event) {
      case "onPartialResponse" -> tracker.chunk(StreamedPart.text(text(argument)));
      case "onPartialThinking" ->
          tracker.chunk(StreamedPart.reasoning(((PartialThinking) argument).text()));
      case "onPartialToolCall" -> tracker.chunk(null);
      case "onCompleteToolCall" -> {
        CompleteToolCall call = (CompleteToolCall) argument;
        tracker.chunk(StreamedPart.toolCall(call.index(), call.toolExecutionRequest()));
      }
      case "onCompleteResponse" -> {
        tracker.chunk(StreamedPart.of((ChatResponse) argument));
        tracker.completed();
      }
      case "onError" -> tracker.failed((Throwable) argument);
      default -> {}
    }
  }

  static String text(Object argument) {
    return argument instanceof String text ? text : ((PartialResponse) argument).text();
  }
}
