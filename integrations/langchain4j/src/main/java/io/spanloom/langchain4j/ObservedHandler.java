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
 * <p>A proxy, because handlers are told more from version to version: what this version does not
 * know reaches the program as well.
 */
final class ObservedHandler {

  private final StreamingChatResponseHandler handler;
  private final ResultTracker observation;
  private final Context caller = Context.current();

  private ObservedHandler(StreamingChatResponseHandler handler, ResultTracker observation) {
    this.handler = handler;
    this.observation = observation;
  }

  static StreamingChatResponseHandler of(
      StreamingChatResponseHandler handler, ResultTracker observation) {
    ObservedHandler observed = new ObservedHandler(handler, observation);
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
      arguments[1] = ObservedHandle.in(arguments[1], observation);
    }
    return Forwarding.inContext(caller, handler, method, arguments);
  }

  private void observe(String event, Object told) {
    switch (event) {
      case "onPartialResponse" -> observation.chunk(StreamedPart.text(text(told)));
      case "onPartialThinking" ->
          observation.chunk(StreamedPart.reasoning(((PartialThinking) told).text()));
      case "onPartialToolCall" -> observation.chunk(null);
      case "onCompleteToolCall" -> {
        CompleteToolCall call = (CompleteToolCall) told;
        observation.chunk(StreamedPart.toolCall(call.index(), call.toolExecutionRequest()));
      }
      case "onCompleteResponse" -> {
        observation.chunk(StreamedPart.of((ChatResponse) told));
        observation.completed();
      }
      case "onError" -> observation.failed((Throwable) told);
      default -> {}
    }
  }

  static String text(Object told) {
    return told instanceof String text ? text : ((PartialResponse) told).text();
  }
}
