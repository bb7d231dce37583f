package io.spanloom.internal.deferred;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.spanloom.internal.call.Call;
import io.spanloom.internal.call.CallLifecycle;
import io.spanloom.internal.call.RunningContext;
import io.spanloom.internal.call.SpanFacts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A call that the program ends itself, at any time and on any thread. */
public final class StartedCall {

  private final Call call;
  private final Span span;
  private final Context inner;
  private long lastSeenNanos = System.nanoTime();
  private boolean ended;

  StartedCall(Call call) {
    this.call = call;
    this.span = call.span();
    Context context = call.contexts().inner();
    this.inner = context == null ? Context.current() : RunningContext.inDeferred(call, context);
  }

  public Span span() {
    return span;
  }

  /** The context with the span. */
  public Context inner() {
    return inner;
  }

  /** Sets an attribute, unless the call has ended. */
  public synchronized <T> void setAttribute(AttributeKey<T> key, T value) {
    if (isOpen()) {
      SpanFacts.set(call, key, value);
    }
  }

  /** Whether the call has not ended; the question is a sign of life. */
  public synchronized boolean isOpen() {
    lastSeenNanos = System.nanoTime();
    return !ended;
  }

  /** Ends the call with what it came to, or when that settles; a second end does nothing. */
  public synchronized void end(@Nullable Object result, @Nullable Throwable thrown) {
    if (ended) {
      return;
    }
    ended = true;
    try {
      DeferredResult ending = new DeferredResult(call, null);
      if (thrown == null && DeferredResult.isAwaited(call, result)) {
        ending.await(Objects.requireNonNull(result));
      } else {
        ending.settled(result, thrown);
      }
    } catch (Throwable failure) {
      call.tracingFailed(failure); // a span processor of the program's own may throw anything
    }
  }

  /** Nobody can end the call any more. It ends at its last sign of life. */
  public synchronized void unobserved() {
    if (ended) {
      return;
    }
    ended = true;
    try {
      call.writer().put(StreamedCall.END, StreamedCall.UNOBSERVED);
      CallLifecycle.end(call, null, null, null, false, CallLifecycle.timeOf(lastSeenNanos));
    } catch (Throwable failure) {
      call.tracingFailed(failure);
    }
  }
}
