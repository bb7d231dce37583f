package io.spanloom.internal.observed;

import java.util.Comparator;
import java.util.Spliterator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What spliterators over items of any type have in common; done when all parts are. */
abstract class ObservedSpliterator<T, P extends Spliterator<T>> implements Spliterator<T> {

  final P part;
  final StreamLifecycle lifecycle;
  private final AtomicBoolean done = new AtomicBoolean();

  ObservedSpliterator(P part, StreamLifecycle lifecycle) {
    this.part = part;
    this.lifecycle = lifecycle;
    lifecycle.partOpened();
  }

  /** Reads one item. */
  final boolean one(BooleanSupplier tryAdvance) {
    boolean more = lifecycle.advance(tryAdvance::getAsBoolean);
    if (!more) {
      done();
    }
    return more;
  }

  /** Reads all that is left. */
  final void all(Runnable forEachRemaining) {
    lifecycle.advance(
        () -> {
          forEachRemaining.run();
          return true;
        });
    done();
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    return one(() -> part.tryAdvance(item -> lifecycle.deliver(() -> action.accept(item))));
  }

  @Override
  public void forEachRemaining(Consumer<? super T> action) {
    all(() -> part.forEachRemaining(item -> lifecycle.deliver(() -> action.accept(item))));
  }

  @Override
  public final long estimateSize() {
    return part.estimateSize();
  }

  @Override
  public final int characteristics() {
    return part.characteristics();
  }

  @Override
  public final @Nullable Comparator<? super T> getComparator() {
    return part.getComparator();
  }

  /** The other half, or {@code null} if this cannot be halved. */
  @SuppressWarnings("unchecked") // a part of a spliterator is one of its own kind
  final @Nullable P half() {
    return (P) lifecycle.advance(part::trySplit);
  }

  private void done() {
    if (done.compareAndSet(false, true)) {
      lifecycle.partDone();
    }
  }
}
