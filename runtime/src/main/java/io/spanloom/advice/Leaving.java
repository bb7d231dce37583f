package io.spanloom.advice;

import io.spanloom.result.ResultWrappers;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes a call's frame off the stack, and ends the call unless its result is still to come. */
final class Leaving {

  private Leaving() {}

  static <R> void leave(
      SpanSpec spec,
      @Nullable Object result,
      @Nullable Throwable thrown,
      @Nullable ResultCapture<R> capture) {
    Tracing tracing = Tracing.installed();
    if (tracing == null) {
      return;
    }
    try {
      FrameStack stack = FrameStack.current();
      Frame frame = stack.pop(spec);
      if (frame == null) {
        return;
      }
      frame.restoreContext();
      if (!frame.unheard() && LateResult.isPromise(result)) {
        stack.detach(frame);
        LateResult late = new LateResult(frame, capture);
        frame.detached();
        late.await(Objects.requireNonNull(result));
      } else {
        frame.end(result, thrown, capture, null);
      }
    } catch (Throwable failure) {
      tracing.failures().report(spec.place(), failure);
    }
  }

  /** As {@link #leave}, for a result that the caller gets a stand-in for. */
  static @Nullable Object leaveStreaming(
      SpanSpec spec,
      Class<?> declared,
      @Nullable Object result,
      @Nullable ResultCapture<?> capture) {
    Tracing tracing = Tracing.installed();
    if (tracing == null) {
      return result;
    }
    try {
      FrameStack stack = FrameStack.current();
      Frame frame = stack.pop(spec);
      if (frame == null) {
        return result;
      }
      frame.restoreContext();
      stack.detach(frame);
      return standIn(frame, declared, result, capture);
    } catch (Throwable failure) {
      tracing.failures().report(spec.place(), failure);
      return result;
    }
  }

  private static @Nullable Object standIn(
      Frame frame, Class<?> declared, @Nullable Object result, @Nullable ResultCapture<?> capture) {
    ResultWrappers wrappers = frame.tracing().wrappers();
    Object standIn = null;
    LateCall call = null;
    try {
      if (result != null) {
        boolean repeats = wrappers.isRepeatable(declared, result);
        boolean single = wrappers.isSingle(declared, result);
        call = LateCall.of(frame, capture, single, repeats ? Repetition.of(frame) : null);
        standIn = wrappers.wrap(declared, result, call);
      }
    } catch (Throwable failure) {
      frame.captureFailed(failure);
    }
    if (call != null && standIn != null) {
      frame.detached();
      return standIn;
    }
    if (call != null) {
      call.notLate();
    }
    Documents.foundInMemory(frame, result, capture);
    frame.end(result, null, null, null);
    return result;
  }
}
