package io.spanloom.anthropic;

import com.anthropic.core.http.AsyncStreamResponse;
import com.google.auto.service.AutoService;
import io.opentelemetry.context.Context;
import io.spanloom.result.ResultTracker;
import io.spanloom.result.ResultWrapper;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Tells when a handler has got all events of a stream, was closed, or has failed. */
@AutoService(ResultWrapper.class)
@SuppressWarnings("rawtypes") // a type is named by its raw class
public final class AsyncStreamResponseWrapper implements ResultWrapper<AsyncStreamResponse> {

  @Override
  public Class<AsyncStreamResponse> type() {
    return AsyncStreamResponse.class;
  }

  @Override
  @SuppressWarnings("unchecked") // the stand-in has the same type argument
  public AsyncStreamResponse wrap(AsyncStreamResponse result, ResultTracker tracker) {
    return new Observed<>(result, tracker);
  }

  /** A response may have but one handler: a further one is for the response itself to refuse. */
  private record Observed<T>(AsyncStreamResponse<T> response, ResultTracker tracker)
      implements AsyncStreamResponse<T> {

    @Override
    public AsyncStreamResponse<T> subscribe(Handler<? super T> handler) {
      response.subscribe(new ObservedHandler<>(handler, tracker, Context.current()));
      return this;
    }

    @Override
    public AsyncStreamResponse<T> subscribe(Handler<? super T> handler, Executor executor) {
      response.subscribe(new ObservedHandler<>(handler, tracker, Context.current()), executor);
      return this;
    }

    @Override
    public CompletableFuture<Void> onCompleteFuture() {
      return response.onCompleteFuture();
    }

    @Override
    public void close() {
      try {
        response.close();
      } finally {
        tracker.cancelled();
      }
    }
  }

  private record ObservedHandler<T>(
      AsyncStreamResponse.Handler<T> handler, ResultTracker tracker, Context caller)
      implements AsyncStreamResponse.Handler<T> {

    @Override
    public void onNext(T event) {
      tracker.chunk(event);
      ResultTracker.consume(caller, () -> handler.onNext(event));
    }

    @Override
    public void onComplete(Optional<Throwable> error) {
      error.ifPresentOrElse(tracker::failed, tracker::completed);
      ResultTracker.consume(caller, () -> handler.onComplete(error));
    }
  }
}
