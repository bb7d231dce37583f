package io.spanloom.internal.observed;

import io.spanloom.result.ResultTracker;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;

/** An iterable whose first iteration is observed; later ones are the iterable's own. */
final class ObservedIterable<T> implements Iterable<T> {

  private final Iterable<T> iterable;
  private final ResultTracker tracker;
  private final AtomicBoolean iterated = new AtomicBoolean();

  ObservedIterable(Iterable<T> iterable, ResultTracker tracker) {
    this.iterable = iterable;
    this.tracker = tracker;
  }

  @Override
  public Iterator<T> iterator() {
    if (!iterated.compareAndSet(false, true)) {
      return iterable.iterator();
    }
    try {
      return ObservedIterator.of(tracker.produce(iterable::iterator), tracker);
    } catch (Throwable thrown) {
      tracker.failed(thrown);
      throw thrown;
    }
  }

  @Override
  public String toString() {
    return iterable.toString();
  }
}
