package io.spanloom.bedrock;

import com.google.auto.service.AutoService;
import io.spanloom.result.ResultTracker;
import io.spanloom.result.ResultWrapper;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;

/**
 * A call whose answer goes to a handler; it is not sent before a span may follow it.
 *
 * @param sender sends the request
 * @param handler who gets the answer
 * @param tracker what follows it, if anything does
 */
record StreamedCall(
    Sender sender, ConverseStreamResponseHandler handler, @Nullable ResultTracker tracker) {

  /** Sends the request. The SDK may try it several times: only the future says that it failed. */
  @SuppressWarnings("FutureReturnValueIgnored") // the caller has the future of the call itself
  CompletableFuture<Void> send() {
    if (tracker == null) {
      return sender.send(handler);
    }
    ResultTracker following = tracker;
    TracedHandler traced = new TracedHandler(handler, following); // in the caller's context
    try {
      CompletableFuture<Void> done = following.produce(() -> sender.send(traced));
      done.whenComplete((none, failure) -> ended(failure, following));
      return done;
    } catch (Throwable thrown) {
      following.failed(thrown);
      throw thrown;
    }
  }

  private static void ended(@Nullable Throwable failure, ResultTracker tracker) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause == null) {
      tracker.completed();
    } else if (cause instanceof CancellationException) {
      tracker.cancelled();
    } else {
      tracker.failed(cause);
    }
  }

  /** Sends a request whose answer a handler gets. */
  @FunctionalInterface
  interface Sender {
    CompletableFuture<Void> send(ConverseStreamResponseHandler handler);
  }

  /** Lets a span follow a streamed answer. */
  @AutoService(ResultWrapper.class)
  @SuppressWarnings("rawtypes") // a service is named by its raw type
  public static final class Wrapper implements ResultWrapper<StreamedCall> {

    @Override
    public Class<StreamedCall> type() {
      return StreamedCall.class;
    }

    @Override
    public StreamedCall wrap(StreamedCall call, ResultTracker tracker) {
      return new StreamedCall(call.sender(), call.handler(), tracker);
    }
  }
}
