package io.spanloom.internal.observed;

import io.spanloom.result.ResultTracker;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** An iterator that reports each element. */
class ObservedIterator<T> implements Iterator<T> {

  private final Iterator<T> iterator;
  final ResultTracker tracker;

  private ObservedIterator(Iterator<T> iterator, ResultTracker tracker) {
    this.iterator = iterator;
    this.tracker = tracker;
  }

  static <T> ObservedIterator<T> of(Iterator<T> iterator, ResultTracker tracker) {
    return iterator instanceof AutoCloseable closeable
        ? new Closeable<>(iterator, closeable, tracker)
        : new ObservedIterator<>(iterator, tracker);
  }

  @Override
  public boolean hasNext() {
    boolean more;
    try {
      more = tracker.produce(iterator::hasNext);
    } catch (Throwable thrown) {
      tracker.failed(thrown);
      throw thrown;
    }
    if (!more) {
      tracker.completed();
    }
    return more;
  }

  @Override
  public T next() {
    T item;
    try {
      item = tracker.produce(iterator::next);
    } catch (NoSuchElementException end) {
      tracker.completed();
      throw end;
    } catch (Throwable thrown) {
      tracker.failed(thrown);
      throw thrown;
    }
    tracker.chunk(item);
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

    Closeable(Iterator<T> iterator, AutoCloseable closeable, ResultTracker tracker) {
      super(iterator, tracker);
      this.closeable = closeable;
    }

    @Override
    public void close() throws Exception {
      try {
        closeable.close();
      } finally {
        tracker.cancelled();
      }
    }
  }
}
