package io.spanloom.internal.observed;

import java.util.Spliterator;
import org.jspecify.annotations.Nullable;

/** The stand-in for a spliterator over objects. */
final class ObservedObjects<T> extends ObservedParts<T, Spliterator<T>> {

  ObservedObjects(Spliterator<T> part, Consumption consumption) {
    super(part, consumption);
  }

  @Override
  public @Nullable Spliterator<T> trySplit() {
    Spliterator<T> half = half();
    return half == null ? null : new ObservedObjects<>(half, consumption);
  }
}
