package io.spanloom.langchain4j;

import com.google.auto.service.AutoService;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import io.spanloom.result.ResultTracker;
import io.spanloom.result.ResultWrapper;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A question whose answer goes to a handler; it is not asked before somebody may listen in.
 *
 * @param call asks it
 * @param handler who gets the answer
 * @param tracker who listens, if anybody does
 */
record StreamedExchange(
    Consumer<StreamingChatResponseHandler> call,
    StreamingChatResponseHandler handler,
    @Nullable ResultTracker tracker) {

  void begin() {
    if (tracker == null) {
      call.accept(handler);
      return;
    }
    StreamingChatResponseHandler observed = ObservedHandler.of(handler, tracker);
    try {
      tracker.produce(() -> call.accept(observed));
    } catch (Throwable thrown) {
      tracker.failed(thrown);
      throw thrown;
    }
  }

  /** Lets the span of a streamed answer listen. */
  @AutoService(ResultWrapper.class)
  @SuppressWarnings("rawtypes") // a service is named by its raw type
  public static final class Wrapper implements ResultWrapper<StreamedExchange> {

    @Override
    public Class<StreamedExchange> type() {
      return StreamedExchange.class;
    }

    @Override
    public StreamedExchange wrap(StreamedExchange exchange, ResultTracker tracker) {
      return new StreamedExchange(exchange.call(), exchange.handler(), tracker);
    }
  }
}
