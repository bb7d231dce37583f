package io.spanloom.internal.observed;

import io.spanloom.result.ResultTracker;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;

/** An iterable whose first iteration is observed; later ones are the iterable's own. */
final class ObservedIterable<T> implements Iterable<T> {

  private final Iterable<T> iterable;
  private final ResultTracker observation;
  private final AtomicBoolean iterated = new AtomicBoolean();

  ObservedIterable(Iterable<T> iterable, ResultTracker observation) {
    this.iterable = iterable;
    this.observation = observation;
  }

  @Override
  public Iterator<T> iterator() {
    if (!iterated.compareAndSet(false, true)) {
      return iterable.iterator();
    }
    try {
      return ObservedIterator.of(observation.produce(iterable::iterator), observation);
    } catch (Throwable thrown) {
      observation.failed(thrown);
      throw thrown;
    }
  }

  @Override
  public String toString() {
    return iterable.toString();
  }
}
