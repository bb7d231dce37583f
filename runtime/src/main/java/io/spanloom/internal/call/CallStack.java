package io.spanloom.internal.call;

import io.opentelemetry.api.trace.Span;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One thread's woven calls in progress, innermost last.
 *
 * <p>The objects are reused: few traced calls allocate one. A call whose end comes later, on
 * another thread, is taken out of the pool instead.
 */
public final class CallStack {

  private static final ThreadLocal<CallStack> CURRENT = ThreadLocal.withInitial(CallStack::new);

  /** Calls nested deeper than that may be a recursion on its way to a stack overflow. */
  private static final int DEEP = 64;

  /** How many objects wait for the next calls of their thread. */
  private static final int MAX_WAITING = 2 * DEEP;

  /** More calls than leaving a method takes. */
  private static final int RESERVE = 100;

  private @Nullable Call[] calls = new Call[4];
  private int depth;

  /** An object whose call has ended on this thread after it had been detached from its stack. */
  private @Nullable Call spare;

  public static CallStack current() {
    return CURRENT.get();
  }

  /**
   * Puts a call on the stack.
   *
   * <p>Deep down only if the thread's own stack has room to take it off again: a call that stays
   * would be taken for the next outer call of the same method, and so on up to the first, whose
   * span would remain current. Without the call, an outer one ends early instead.
   *
   * @param fresh makes an object for a call
   */
  public Call push(Tracing tracing, CallSpec spec, Supplier<? extends Call> fresh) {
    if (depth >= DEEP) {
      reserve(RESERVE);
    }
    if (depth == calls.length) {
      calls = Arrays.copyOf(calls, depth * 2);
    }
    Call call = calls[depth];
    if (call == null) {
      call = spare;
      calls[depth] = call;
      spare = null;
    }
    if (call == null || call.isWorn()) {
      call = fresh.get();
      calls[depth] = call;
    }
    call.reset(spec.plan(tracing), peek());
    depth++;
    return call;
  }

  /** Overflows the thread's stack now rather than later. */
  private static int reserve(int calls) {
    return calls == 0 ? 0 : reserve(calls - 1) + 1;
  }

  /** The innermost call in progress, or {@code null}. */
  @Nullable Call peek() {
    return depth == 0 ? null : calls[depth - 1];
  }

  /** The call in progress on this thread that the span is of, or {@code null}. */
  @Nullable Call find(Span span) {
    for (int i = depth - 1; i >= 0; i--) {
      Call call = calls[i];
      if (call != null && isSame(span, call.span())) {
        return call;
      }
    }
    return null;
  }

  @SuppressWarnings("ReferenceEquality") // spans have no equality but identity
  private static boolean isSame(Span span, Span other) {
    return span == other;
  }

  /**
   * Takes the innermost call of the method off the stack, or returns {@code null} if there is none.
   *
   * <p>Calls above it never came to an end (their advice was cut short by a stack overflow, say):
   * their spans end here.
   */
  public @Nullable Call pop(CallSpec spec) {
    int index = depth - 1;
    while (index >= 0 && !isOf(spec, calls[index])) {
      index--;
    }
    if (index < 0) {
      return null;
    }
    while (depth - 1 > index) {
      Call abandoned = calls[--depth];
      if (abandoned != null) {
        CallLifecycle.abandon(abandoned);
      }
    }
    Call popped = calls[--depth];
    trim();
    return popped;
  }

  /** A recursion that is over needs its objects no more; a thread may live on for long. */
  private void trim() {
    if (depth == 0 && calls.length > MAX_WAITING) {
      calls = Arrays.copyOf(calls, MAX_WAITING);
    }
  }

  /** Takes an object whose call had been detached, and that nobody uses any more. */
  public void reuse(Call ended) {
    spare = ended;
  }

  /** Gives the popped call away; another object takes its place. */
  public void detach(Call call) {
    if (isSame(call, calls[depth])) {
      calls[depth] = null;
    }
  }

  @SuppressWarnings("ReferenceEquality") // a call, not one that looks the same
  private static boolean isSame(Call call, @Nullable Call other) {
    return call == other;
  }

  @SuppressWarnings("ReferenceEquality") // there is one spec for each method
  private static boolean isOf(CallSpec spec, @Nullable Call call) {
    return call != null && call.spec() == spec;
  }
}
