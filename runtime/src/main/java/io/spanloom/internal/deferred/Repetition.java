package io.spanloom.internal.deferred;

import io.opentelemetry.context.Context;
import io.spanloom.internal.call.Call;
import io.spanloom.internal.call.CallLifecycle;
import io.spanloom.internal.call.ResultReader;
import io.spanloom.internal.toolcall.CallInHand;
import org.jspecify.annotations.Nullable;

/**
 * Makes a call again whose result is delivered again: the method does not run a second time, but
 * the work behind its result does.
 */
final class Repetition {

  private final Call told;

  private Repetition(Call told) {
    this.told = told;
  }

  /** Remembers what a call was told before it started. */
  static Repetition of(Call call) {
    return new Repetition(call.twin(callId(call)));
  }

  /** Starts a span of its own for the same call, where the result is asked for. */
  @Nullable LateCall start(@Nullable ResultReader<?> reader, boolean single) {
    try {
      Call next = told.twin(told.toolCallId());
      CallLifecycle.startDetached(next);
      LateCall call = LateCall.of(next, reader, single, this);
      CallLifecycle.detach(next);
      return call;
    } catch (Throwable failure) {
      told.tracingFailed(failure);
      return null;
    }
  }

  /** A tool that is tried again executes the same call. */
  private static @Nullable String callId(Call call) {
    if (call.toolCallId() != null || !call.role().matchesArguments()) {
      return call.toolCallId();
    }
    Context inner = call.contexts().inner();
    CallInHand inHand = inner == null ? null : CallInHand.in(inner);
    return inHand == null ? null : inHand.id();
  }
}
