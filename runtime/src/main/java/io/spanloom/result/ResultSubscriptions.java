package io.spanloom.result;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides which subscriptions to a result are calls: the first; one after a failure, for it tries
 * again; and any after another has ended, unless the result remembers or shares what it delivered.
 * What happened once is counted once.
 */
public final class ResultSubscriptions {

  private enum Last {
    NONE,
    OPEN,
    FAILED,
    ENDED
  }

  private final ResultTracker first;
  private final boolean single;
  private final BooleanSupplier shares;
  private final AtomicReference<Last> last = new AtomicReference<>(Last.NONE);

  /**
   * Nothing subscribes yet.
   *
   * @param first what the first subscription reports to
   * @param single whether the result is complete with its first value
   * @param shares whether the result remembers or shares what it delivered; evaluated when a
   *     subscription follows one that has ended
   */
  public ResultSubscriptions(ResultTracker first, boolean single, BooleanSupplier shares) {
    this.first = first;
    this.single = single;
    this.shares = shares;
  }

  /**
   * A subscription begins.
   *
   * @param caller the context of the subscriber
   * @return what observes it, or {@code null} if it is no call
   */
  @SuppressWarnings("try") // a scope is only there to be closed
  public @Nullable SubscriptionTracker begin(Context caller) {
    ResultTracker tracker;
    try (Scope ignored = caller.makeCurrent()) {
      tracker = next();
    }
    if (tracker == null) {
      return null;
    }
    tracker.begun();
    return new SubscriptionTracker(this, tracker, single, caller);
  }

  private @Nullable ResultTracker next() {
    if (last.compareAndSet(Last.NONE, Last.OPEN)) {
      return first;
    }
    boolean call =
        last.compareAndSet(Last.FAILED, Last.OPEN)
            || (last.get() == Last.ENDED
                && !shares.getAsBoolean()
                && last.compareAndSet(Last.ENDED, Last.OPEN));
    return call ? first.again() : null;
  }

  /** The open subscription failed. */
  void failed() {
    last.set(Last.FAILED);
  }

  /** The open subscription came to an end, or was cancelled. */
  void ended() {
    last.compareAndSet(Last.OPEN, Last.ENDED);
  }
}
