package io.spanloom.internal.observed;

import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The stand-in for a spliterator over ints. */
final class ObservedIntSpliterator extends ObservedSpliterator<Integer, Spliterator.OfInt>
    implements Spliterator.OfInt {

  ObservedIntSpliterator(Spliterator.OfInt part, StreamLifecycle lifecycle) {
    super(part, lifecycle);
  }

  @Override
  public boolean tryAdvance(IntConsumer action) {
    return one(
        () -> part.tryAdvance((IntConsumer) item -> lifecycle.deliver(() -> action.accept(item))));
  }

  @Override
  public void forEachRemaining(IntConsumer action) {
    all(
        () ->
            part.forEachRemaining(
                (IntConsumer) item -> lifecycle.deliver(() -> action.accept(item))));
  }

  @Override
  public boolean tryAdvance(Consumer<? super Integer> action) {
    return super.tryAdvance(action);
  }

  @Override
  public void forEachRemaining(Consumer<? super Integer> action) {
    super.forEachRemaining(action);
  }

  @Override
  public Spliterator.@Nullable OfInt trySplit() {
    Spliterator.OfInt half = half();
    return half == null ? null : new ObservedIntSpliterator(half, lifecycle);
  }
}
