package io.spanloom.internal.observed;

import java.util.Spliterator;
import org.jspecify.annotations.Nullable;

/** The stand-in for a spliterator over objects. */
final class ObservedObjectSpliterator<T> extends ObservedSpliterator<T, Spliterator<T>> {

  ObservedObjectSpliterator(Spliterator<T> part, StreamLifecycle lifecycle) {
    super(part, lifecycle);
  }

  @Override
  public @Nullable Spliterator<T> trySplit() {
    Spliterator<T> half = half();
    return half == null ? null : new ObservedObjectSpliterator<>(half, lifecycle);
  }
}
