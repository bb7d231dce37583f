package io.spanloom.internal.deferred;

import io.spanloom.internal.call.Call;
import io.spanloom.internal.call.CallLifecycle;
import io.spanloom.internal.call.CallSpec;
import io.spanloom.internal.call.CallStack;
import io.spanloom.internal.call.ResultReader;
import io.spanloom.internal.call.Tracing;
import io.spanloom.internal.observed.ResultWrappers;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes calls off their stack, and ends those whose result is not still to come. */
public final class CallExit {

  private CallExit() {}

  public static void leave(
      CallSpec spec,
      @Nullable Object result,
      @Nullable Throwable thrown,
      @Nullable ResultReader<?> reader) {
    Tracing tracing = Tracing.installed();
    if (tracing == null) {
      return;
    }
    try {
      CallStack stack = CallStack.current();
      Call call = stack.pop(spec);
      if (call == null) {
        return;
      }
      CallLifecycle.restoreContext(call);
      if (DeferredResult.isAwaited(call, result)) {
        stack.detach(call);
        DeferredResult deferred = new DeferredResult(call, reader);
        CallLifecycle.detach(call);
        deferred.await(Objects.requireNonNull(result));
      } else {
        CallLifecycle.end(call, result, thrown, reader, false, null);
      }
    } catch (Throwable failure) {
      tracing.failures().report(spec.place(), failure);
    }
  }

  /**
   * Takes a call off its stack that goes on until the program ends it; {@code null} means that
   * there is no such call.
   */
  public static @Nullable StartedCall leaveOpen(CallSpec spec) {
    Tracing tracing = Tracing.installed();
    if (tracing == null) {
      return null;
    }
    try {
      CallStack stack = CallStack.current();
      Call call = stack.pop(spec);
      if (call == null) {
        return null;
      }
      CallLifecycle.restoreContext(call);
      stack.detach(call);
      StartedCall started = new StartedCall(call);
      CallLifecycle.detach(call);
      return started;
    } catch (Throwable failure) {
      tracing.failures().report(spec.place(), failure);
      return null;
    }
  }

  /** As {@link #leave}, for a result that the caller gets a stand-in for. */
  public static @Nullable Object leaveStreaming(
      CallSpec spec, Class<?> declared, @Nullable Object result, @Nullable ResultReader<?> reader) {
    Tracing tracing = Tracing.installed();
    if (tracing == null) {
      return result;
    }
    try {
      CallStack stack = CallStack.current();
      Call call = stack.pop(spec);
      if (call == null) {
        return result;
      }
      CallLifecycle.restoreContext(call);
      stack.detach(call);
      return standIn(call, declared, result, reader);
    } catch (Throwable failure) {
      tracing.failures().report(spec.place(), failure);
      return result;
    }
  }

  private static @Nullable Object standIn(
      Call call, Class<?> declared, @Nullable Object result, @Nullable ResultReader<?> reader) {
    Object standIn = result == null ? null : wrapped(call, declared, result, reader);
    if (standIn != null) {
      CallLifecycle.detach(call);
      return standIn;
    }
    if (call.isRecording()) {
      call.role().readInMemory(call, result, reader);
    }
    CallLifecycle.end(call, result, null, null, false, null);
    return result;
  }

  /** The stand-in; {@code null} if the result needs none. */
  private static @Nullable Object wrapped(
      Call call, Class<?> declared, Object result, @Nullable ResultReader<?> reader) {
    ResultWrappers wrappers = call.tracing().wrappers();
    DeferredCall deferred = null;
    Object standIn = null;
    try {
      boolean repeats = wrappers.isRepeatable(declared, result);
      boolean single = wrappers.isSingle(declared, result);
      deferred = DeferredCall.of(call, reader, single, repeats ? Resubscription.of(call) : null);
      standIn = wrappers.wrap(declared, result, deferred);
    } catch (Throwable failure) {
      call.tracingFailed(failure);
    }
    if (standIn == null && deferred != null) {
      deferred.notDeferred();
    }
    return standIn;
  }
}
