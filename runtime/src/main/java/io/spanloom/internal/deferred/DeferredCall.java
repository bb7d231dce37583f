package io.spanloom.internal.deferred;

import io.opentelemetry.context.Context;
import io.spanloom.internal.call.Call;
import io.spanloom.internal.call.CallInProgress;
import io.spanloom.internal.call.ResultReader;
import io.spanloom.internal.call.RunningContext;
import io.spanloom.result.ResultObserver;
import org.jspecify.annotations.Nullable;

/** A call that ends when the stand-in for its result says so. */
interface DeferredCall extends ResultObserver {

  /**
   * A call whose method has returned.
   *
   * @param single whether it delivers one value at most
   * @param resubscription for results that can be delivered more than once
   */
  static DeferredCall of(
      Call call,
      @Nullable ResultReader<?> reader,
      boolean single,
      @Nullable Resubscription resubscription) {
    Context inner = call.contexts().inner();
    Context running = inner == null ? Context.current() : RunningContext.inDeferred(call, inner);
    Context producer = CallInProgress.producing(running, call);
    return single
        ? new SingleValueCall(new DeferredResult(call, reader), producer, reader, resubscription)
        : new StreamedCall(call, reader, producer, resubscription);
  }

  /** The result cannot be observed; the call ends like any other. */
  void notDeferred();
}
