package io.spanloom.advice;

import io.opentelemetry.context.Context;
import io.spanloom.convention.SpanRole;
import io.spanloom.toolcall.CallInHand;
import org.jspecify.annotations.Nullable;

/**
 * Makes a call again whose result is delivered again: the method does not run a second time, but
 * the work behind its result does.
 */
final class Repetition {

  private final Frame told;

  private Repetition(Frame told) {
    this.told = told;
  }

  /** Remembers what a call was told before it started. */
  static Repetition of(Frame frame) {
    return new Repetition(frame.twin(callId(frame)));
  }

  /** Starts a span of its own for the same call, where the result is asked for. */
  @Nullable LateCall start(@Nullable ResultCapture<?> capture, boolean single) {
    try {
      Frame next = told.twin(told.toolCallId());
      next.startDetached();
      LateCall call = LateCall.of(next, capture, single, this);
      next.detached();
      return call;
    } catch (Throwable failure) {
      told.captureFailed(failure);
      return null;
    }
  }

  /** A tool that is tried again executes the same call. */
  private static @Nullable String callId(Frame frame) {
    if (frame.toolCallId() != null || frame.spec().role() != SpanRole.TOOL) {
      return frame.toolCallId();
    }
    Context inner = frame.context().inner();
    CallInHand inHand = inner == null ? null : CallInHand.in(inner);
    return inHand == null ? null : inHand.id();
  }
}
