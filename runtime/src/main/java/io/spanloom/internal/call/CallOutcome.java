package io.spanloom.internal.call;

import org.jspecify.annotations.Nullable;

/** How one call came to its end; reused from call to call. */
public final class CallOutcome {

  private @Nullable Object result;
  private @Nullable Throwable thrown;
  private boolean streamed;

  CallOutcome() {}

  /**
   * Remembers the end.
   *
   * @param delivered what the call gave back, or settled with, or delivered in all
   * @param failure what it failed with
   * @param piecewise whether it was delivered in pieces
   */
  void set(@Nullable Object delivered, @Nullable Throwable failure, boolean piecewise) {
    result = delivered;
    thrown = failure;
    streamed = piecewise;
  }

  void forget() {
    set(null, null, false);
  }

  @Nullable Object result() {
    return result;
  }

  /** Whether the call gave something back, to be looked at or not. */
  public boolean hasResult() {
    return result != null;
  }

  /** What the call failed with, or {@code null}. */
  public @Nullable Throwable thrown() {
    return thrown;
  }

  /** Whether the result was delivered in pieces. */
  public boolean isStreamed() {
    return streamed;
  }
}
