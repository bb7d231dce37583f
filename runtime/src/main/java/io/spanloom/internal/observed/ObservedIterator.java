package io.spanloom.internal.observed;

import io.spanloom.result.ResultTracker;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** An iterator that tells what it hands out. */
class ObservedIterator<T> implements Iterator<T> {

  private final Iterator<T> iterator;
  final ResultTracker observation;

  private ObservedIterator(Iterator<T> iterator, ResultTracker observation) {
    this.iterator = iterator;
    this.observation = observation;
  }

  static <T> ObservedIterator<T> of(Iterator<T> iterator, ResultTracker observation) {
    return iterator instanceof AutoCloseable closeable
        ? new Closeable<>(iterator, closeable, observation)
        : new ObservedIterator<>(iterator, observation);
  }

  @Override
  public boolean hasNext() {
    boolean more;
    try {
      more = observation.produce(iterator::hasNext);
    } catch (Throwable thrown) {
      observation.failed(thrown);
      throw thrown;
    }
    if (!more) {
      observation.completed();
    }
    return more;
  }

  @Override
  public T next() {
    T item;
    try {
      item = observation.produce(iterator::next);
    } catch (NoSuchElementException end) {
      observation.completed();
      throw end;
    } catch (Throwable thrown) {
      observation.failed(thrown);
      throw thrown;
    }
    observation.chunk(item);
    return item;
  }

  @Override
  public void remove() {
    iterator.remove();
  }

  /** For callers that look whether an iterator wants to be closed. */
  @SuppressWarnings("try") // throws what the iterator's own closing throws
  private static final class Closeable<T> extends ObservedIterator<T> implements AutoCloseable {

    private final AutoCloseable closeable;

    Closeable(Iterator<T> iterator, AutoCloseable closeable, ResultTracker observation) {
      super(iterator, observation);
      this.closeable = closeable;
    }

    @Override
    public void close() throws Exception {
      try {
        closeable.close();
      } finally {
        observation.cancelled();
      }
    }
  }
}
