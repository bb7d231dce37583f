package io.spanloom.openai;

import com.google.auto.service.AutoService;
import com.openai.core.http.AsyncStreamResponse;
import io.opentelemetry.context.Context;
import io.spanloom.result.ResultTracker;
import io.spanloom.result.ResultWrapper;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Ends the spans of methods that return a response which is streamed to a handler. */
@AutoService(ResultWrapper.class)
@SuppressWarnings("rawtypes") // a service is named by its raw type
public final class AsyncStreamResponseWrapper implements ResultWrapper<AsyncStreamResponse> {

  @Override
  public Class<AsyncStreamResponse> type() {
    return AsyncStreamResponse.class;
  }

  @Override
  @SuppressWarnings("unchecked") // a stand-in has the type arguments of what it stands in for
  public AsyncStreamResponse wrap(AsyncStreamResponse result, ResultTracker tracker) {
    return new Observed<>(result, tracker);
  }

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

  /** Hands on to the caller's handler, in the context in which it was handed over. */
  private record ObservedHandler<T>(
      AsyncStreamResponse.Handler<T> handler, ResultTracker tracker, Context caller)
      implements AsyncStreamResponse.Handler<T> {

    @Override
    public void onNext(T chunk) {
      tracker.chunk(chunk);
      ResultTracker.consume(caller, () -> handler.onNext(chunk));
    }

    @Override
    public void onComplete(Optional<Throwable> failure) {
      failure.ifPresentOrElse(tracker::failed, tracker::completed);
      ResultTracker.consume(caller, () -> handler.onComplete(failure));
    }
  }
}
