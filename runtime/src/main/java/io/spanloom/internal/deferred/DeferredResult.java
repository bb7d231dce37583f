package io.spanloom.internal.deferred;

import io.spanloom.internal.call.Call;
import io.spanloom.internal.call.CallErrors;
import io.spanloom.internal.call.CallLifecycle;
import io.spanloom.internal.call.CallStack;
import io.spanloom.internal.call.ResultReader;
import io.spanloom.internal.observed.FutureWatch;
import io.spanloom.internal.observed.FutureWatch.FutureObserver;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Ends a call when the one value settles that its method returned the promise of. */
final class DeferredResult implements FutureObserver {

  /** Remembered: whether a class has an interface takes a search through all that it has. */
  private static final ClassValue<Boolean> IS_PROMISE =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return CompletionStage.class.isAssignableFrom(type)
              || Future.class.isAssignableFrom(type);
        }
      };

  private final Call call;
  private final @Nullable ResultReader<?> reader;
  private final long returnedNanos = System.nanoTime();
  private final AtomicBoolean ended = new AtomicBoolean();

  DeferredResult(Call call, @Nullable ResultReader<?> reader) {
    this.call = call;
    this.reader = reader;
  }

  /** Whether a call is over only when its result settles, and somebody needs to know. */
  static boolean isAwaited(Call call, @Nullable Object result) {
    return (!call.isUnrecorded() || call.contexts().hasLevel()) && isPromise(result);
  }

  private static boolean isPromise(@Nullable Object result) {
    return result != null
        && !(result instanceof String) // what most tools return is quickly told
        && IS_PROMISE.get(result.getClass());
  }

  /** Ends the call when the promise is kept or broken. */
  void await(Object promise) {
    try {
      if (promise instanceof CompletionStage<?> stage) {
        FutureWatch.watch(stage, this);
      } else {
        FutureWatch.watch((Future<?>) promise, this);
      }
    } catch (Throwable unsupported) {
      call.tracingFailed(unsupported);
      settled(null, null);
    }
  }

  @Override
  public void settled(@Nullable Object value, @Nullable Throwable failure) {
    if (ended.compareAndSet(false, true)) {
      CallLifecycle.end(call, value, cause(failure), reader, false, null);
      CallStack.current().reuse(call);
    }
  }

  /** The caller does not want the value any more, and what was to bring it has stopped. */
  void cancelled() {
    if (ended.compareAndSet(false, true)) {
      call.writer().put(StreamedCall.END, StreamedCall.CANCELLED);
      CallLifecycle.end(call, null, null, null, false, null);
    }
  }

  /** The value is not late after all, and the call ends without it. */
  void notDeferred() {
    ended.set(true);
  }

  @Override
  public void unobserved() {
    if (ended.compareAndSet(false, true)) {
      call.writer().put(StreamedCall.END, StreamedCall.UNOBSERVED);
      CallLifecycle.end(call, null, null, null, false, CallLifecycle.timeOf(returnedNanos));
    }
  }

  /** What a promise was broken with, without the wrapping that passing it on adds. */
  static @Nullable Throwable cause(@Nullable Throwable failure) {
    return failure == null ? null : CallErrors.origin(failure);
  }
}
