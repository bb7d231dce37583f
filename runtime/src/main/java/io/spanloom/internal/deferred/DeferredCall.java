package io.spanloom.internal.deferred;

import io.opentelemetry.context.Context;
import io.spanloom.internal.call.Call;
import io.spanloom.internal.call.CallInProgress;
import io.spanloom.internal.call.ResultReader;
import io.spanloom.result.ResultObserver;
import org.jspecify.annotations.Nullable;

/** A call that ends when the stand-in for its result says so. */
interface DeferredCall extends ResultObserver {

  /**
   * A call whose method has returned.
   *
   * @param single whether it delivers one value at most
   * @param repetition for results that can be delivered more than once
   */
  static DeferredCall of(
      Call call,
      @Nullable ResultReader<?> reader,
      boolean single,
      @Nullable Resubscription repetition) {
    Context inner = call.contexts().inner();
    Context producer = CallInProgress.producing(inner == null ? Context.current() : inner, call);
    return single
        ? new SingleValueCall(new DeferredResult(call, reader), producer, reader, repetition)
        : new StreamedCall(call, reader, producer, repetition);
  }

  /** The method's result tells nothing; the call ends like any other. */
  void notLate();
}
