package io.spanloom.internal.observed;

import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** The stand-in for a spliterator over doubles. */
final class ObservedDoubleSpliterator extends ObservedSpliterator<Double, Spliterator.OfDouble>
    implements Spliterator.OfDouble {

  ObservedDoubleSpliterator(Spliterator.OfDouble part, StreamLifecycle lifecycle) {
    super(part, lifecycle);
  }

  @Override
  public boolean tryAdvance(DoubleConsumer action) {
    return one(
        () ->
            part.tryAdvance((DoubleConsumer) item -> lifecycle.deliver(() -> action.accept(item))));
  }

  @Override
  public void forEachRemaining(DoubleConsumer action) {
    all(
        () ->
            part.forEachRemaining(
                (DoubleConsumer) item -> lifecycle.deliver(() -> action.accept(item))));
  }

  @Override
  public boolean tryAdvance(Consumer<? super Double> action) {
    return super.tryAdvance(action);
  }

  @Override
  public void forEachRemaining(Consumer<? super Double> action) {
    super.forEachRemaining(action);
  }

  @Override
  public Spliterator.@Nullable OfDouble trySplit() {
    Spliterator.OfDouble half = half();
    return half == null ? null : new ObservedDoubleSpliterator(half, lifecycle);
  }
}
