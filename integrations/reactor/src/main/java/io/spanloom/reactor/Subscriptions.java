package io.spanloom.reactor;

import io.spanloom.result.ResultTracker;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.Scannable;

/**
 * Tells which subscriptions to a result are calls: the first; one after a failure, for it tries
 * again; and any after another has ended, unless an operator remembers or shares what was
 * delivered. What nobody did twice must not be counted twice.
 */
final class Subscriptions {

  /** Reactor's names of the operators that remember or share. */
  private static final Set<String> KEEPING =
      Set.of(
          "cacheTime",
          "cacheInvalidateIf",
          "cacheInvalidateWhen",
          "publish",
          "publishMulticast",
          "refCount",
          "refCountGrace",
          "autoConnect",
          "autoConnectFuseable",
          "replay");

  private enum Last {
    NONE,
    OPEN,
    FAILED,
    ENDED
  }

  private final ResultTracker first;
  private final Publisher<?> publisher;
  private final AtomicReference<Last> last = new AtomicReference<>(Last.NONE);

  Subscriptions(Publisher<?> publisher, ResultTracker first) {
    this.publisher = publisher;
    this.first = first;
  }

  /**
   * A subscription begins, in the current context.
   *
   * @return what observes it, or {@code null} if it is none of ours
   */
  @Nullable ResultTracker begin() {
    if (last.compareAndSet(Last.NONE, Last.OPEN)) {
      return first;
    }
    boolean call =
        last.compareAndSet(Last.FAILED, Last.OPEN)
            || (last.get() == Last.ENDED && !keeps() && last.compareAndSet(Last.ENDED, Last.OPEN));
    return call ? first.again() : null;
  }

  /** The subscription that was observed failed. */
  void failed() {
    last.set(Last.FAILED);
  }

  /** The subscription that was observed came to an end, or was given up. */
  void ended() {
    last.compareAndSet(Last.OPEN, Last.ENDED);
  }

  private boolean keeps() {
    return Scannable.from(publisher).steps().anyMatch(KEEPING::contains);
  }
}
