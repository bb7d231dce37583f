package io.spanloom.advice;

import io.opentelemetry.api.trace.Span;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One thread's woven calls in progress, innermost last.
 *
 * <p>Frames are reused: few traced calls allocate one. A frame whose end comes later, on another
 * thread, is taken out of the pool instead.
 */
final class FrameStack {

  private static final ThreadLocal<FrameStack> CURRENT = ThreadLocal.withInitial(FrameStack::new);

  /** Calls nested deeper than that may be a recursion on its way to a stack overflow. */
  private static final int DEEP = 64;

  /** How many frames wait for the next calls of their thread. */
  private static final int MAX_WAITING = 2 * DEEP;

  /** More calls than leaving a method takes. */
  private static final int RESERVE = 100;

  private @Nullable Frame[] frames = new Frame[4];
  private int depth;

  /** A frame whose call has ended on this thread after it had been detached from its stack. */
  private @Nullable Frame spare;

  static FrameStack current() {
    return CURRENT.get();
  }

  /**
   * Puts a frame on the stack.
   *
   * <p>Deep down only if the thread's own stack has room to take it off again: a frame that stays
   * would be taken for that of the next outer call of the same method, and so on up to the first,
   * whose span would remain current. Without the frame, an outer one ends early instead.
   */
  Frame push(Tracing tracing, SpanSpec spec) {
    if (depth >= DEEP) {
      reserve(RESERVE);
    }
    if (depth == frames.length) {
      frames = Arrays.copyOf(frames, depth * 2);
    }
    Frame frame = frames[depth];
    if (frame == null) {
      frame = spare;
      frames[depth] = frame;
      spare = null;
    }
    if (frame == null || frame.isWorn()) {
      frame = new Frame();
      frames[depth] = frame;
    }
    frame.reset(tracing, spec, peek());
    depth++;
    return frame;
  }

  /** Overflows the thread's stack now rather than later. */
  private static int reserve(int calls) {
    return calls == 0 ? 0 : reserve(calls - 1) + 1;
  }

  /** The innermost call in progress, or {@code null}. */
  @Nullable Frame peek() {
    return depth == 0 ? null : frames[depth - 1];
  }

  /** The call in progress on this thread that the span is of, or {@code null}. */
  @Nullable Frame find(Span span) {
    for (int i = depth - 1; i >= 0; i--) {
      Frame frame = frames[i];
      if (frame != null && isSame(span, frame.span())) {
        return frame;
      }
    }
    return null;
  }

  @SuppressWarnings("ReferenceEquality") // spans have no equality but identity
  private static boolean isSame(Span span, Span other) {
    return span == other;
  }

  /**
   * Takes the innermost frame of the method off the stack, or returns {@code null} if there is
   * none.
   *
   * <p>Frames above it belong to calls that never came to an end (their advice was cut short by a
   * stack overflow, say): their spans end here.
   */
  @Nullable Frame pop(SpanSpec spec) {
    int index = depth - 1;
    while (index >= 0 && !isOf(spec, frames[index])) {
      index--;
    }
    if (index < 0) {
      return null;
    }
    while (depth - 1 > index) {
      Frame abandoned = frames[--depth];
      if (abandoned != null) {
        abandoned.abandon();
      }
    }
    Frame popped = frames[--depth];
    trim();
    return popped;
  }

  /** A recursion that is over needs its frames no more; a thread may live on for long. */
  private void trim() {
    if (depth == 0 && frames.length > MAX_WAITING) {
      frames = Arrays.copyOf(frames, MAX_WAITING);
    }
  }

  /** Takes a frame that has been detached, and that nobody uses any more. */
  void reuse(Frame ended) {
    spare = ended;
  }

  /** Gives the popped frame away; another one takes its place. */
  void detach(Frame frame) {
    if (isSame(frame, frames[depth])) {
      frames[depth] = null;
    }
  }

  @SuppressWarnings("ReferenceEquality") // a frame, not one that looks the same
  private static boolean isSame(Frame frame, @Nullable Frame other) {
    return frame == other;
  }

  @SuppressWarnings("ReferenceEquality") // there is one spec for each method
  private static boolean isOf(SpanSpec spec, @Nullable Frame frame) {
    return frame != null && frame.spec() == spec;
  }
}
