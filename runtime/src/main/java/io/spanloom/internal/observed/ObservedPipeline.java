package io.spanloom.internal.observed;

import java.util.stream.BaseStream;

/**
 * A stream that stands in for another: intermediate operations make another stand-in, a terminal
 * one ends the observation.
 *
 * <p>A wrapped spliterator would be shorter, but its short-circuiting is invisible from the
 * outside, and it makes the JDK buffer what {@code flatMap} delivers: without end, if that has
 * none.
 */
abstract class ObservedPipeline<T, S extends BaseStream<T, S>> implements BaseStream<T, S> {

  final S stream;
  final StreamLifecycle lifecycle;

  ObservedPipeline(S stream, StreamLifecycle lifecycle) {
    this.stream = stream;
    this.lifecycle = lifecycle;
  }

  /** The stand-in itself. */
  abstract S self();

  /** The stand-in for a later stage of the pipeline. */
  abstract S after(S next);

  @Override
  public final boolean isParallel() {
    return stream.isParallel();
  }

  @Override
  public final S sequential() {
    return same(stream.sequential());
  }

  @Override
  public final S parallel() {
    return same(stream.parallel());
  }

  @Override
  public final S unordered() {
    return same(stream.unordered());
  }

  @Override
  public final S onClose(Runnable closeHandler) {
    return same(stream.onClose(closeHandler));
  }

  @Override
  public final void close() {
    try {
      stream.close();
    } finally {
      lifecycle.closed();
    }
  }

  /** Some operations only set a flag and return the stream they were called on. */
  @SuppressWarnings("ReferenceEquality") // the very stream
  private S same(S next) {
    return next == stream ? self() : after(next);
  }
}
