package io.spanloom.internal.observed;

import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The stand-in for a spliterator over longs. */
final class ObservedLongSpliterator extends ObservedSpliterator<Long, Spliterator.OfLong>
    implements Spliterator.OfLong {

  ObservedLongSpliterator(Spliterator.OfLong part, StreamLifecycle lifecycle) {
    super(part, lifecycle);
  }

  @Override
  public boolean tryAdvance(LongConsumer action) {
    return one(
        () -> part.tryAdvance((LongConsumer) item -> lifecycle.deliver(() -> action.accept(item))));
  }

  @Override
  public void forEachRemaining(LongConsumer action) {
    all(
        () ->
            part.forEachRemaining(
                (LongConsumer) item -> lifecycle.deliver(() -> action.accept(item))));
  }

  @Override
  public boolean tryAdvance(Consumer<? super Long> action) {
    return super.tryAdvance(action);
  }

  @Override
  public void forEachRemaining(Consumer<? super Long> action) {
    super.forEachRemaining(action);
  }

  @Override
  public Spliterator.@Nullable OfLong trySplit() {
    Spliterator.OfLong half = half();
    return half == null ? null : new ObservedLongSpliterator(half, lifecycle);
  }
}
