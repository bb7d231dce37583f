package io.spanloom.internal.deferred;

import io.opentelemetry.context.Context;
import io.spanloom.internal.call.Call;
import io.spanloom.internal.call.CallLifecycle;
import io.spanloom.internal.call.ResultReader;
import io.spanloom.internal.toolcall.CurrentToolCall;
import org.jspecify.annotations.Nullable;

/**
 * Makes a call again whose result is delivered again: the method does not run a second time, but
 * the work behind its result does.
 */
final class Resubscription {

  private final Call original;

  private Resubscription(Call original) {
    this.original = original;
  }

  /** Remembers a call's request from before it started. */
  static Resubscription of(Call call) {
    return new Resubscription(call.twin(callId(call)));
  }

  /** Starts a span of its own for the same call, where the result is asked for. */
  @Nullable DeferredCall start(@Nullable ResultReader<?> reader, boolean single) {
    try {
      Call next = original.twin(original.captures().toolCallId());
      CallLifecycle.startDetached(next);
      DeferredCall call = DeferredCall.of(next, reader, single, this);
      CallLifecycle.detach(next);
      return call;
    } catch (Throwable failure) {
      original.tracingFailed(failure);
      return null;
    }
  }

  /** A tool that is tried again executes the same call. */
  private static @Nullable String callId(Call call) {
    if (call.captures().toolCallId() != null || !call.role().matchesArguments()) {
      return call.captures().toolCallId();
    }
    Context inner = call.contexts().inner();
    CurrentToolCall current = inner == null ? null : CurrentToolCall.in(inner);
    return current == null ? null : current.id();
  }
}
