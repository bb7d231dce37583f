package io.spanloom.internal.observed;

import io.opentelemetry.context.Context;
import io.spanloom.result.ResultTracker;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a stream is consumed: shared by all stages of its pipeline. */
final class StreamLifecycle {

  private final ResultTracker tracker;

  /** How many spliterators still have something to deliver. */
  private final AtomicInteger openParts = new AtomicInteger();

  /** Where the caller's own stages belong; there are none before a terminal operation. */
  private volatile Context caller = Context.root();

  StreamLifecycle(ResultTracker tracker) {
    this.tracker = tracker;
  }

  /** Runs a terminal operation: nothing of the stream runs before it and nothing after. */
  <R extends @Nullable Object> R complete(Supplier<R> terminalOperation) {
    R result = advance(terminalOperation);
    tracker.completed();
    return result;
  }

  /** Runs a terminal operation without a result. */
  void complete(Runnable terminalOperation) {
    complete(
        () -> {
          terminalOperation.run();
          return true;
        });
  }

  /** Runs a part of the pipeline. */
  <R extends @Nullable Object> R advance(Supplier<R> code) {
    caller = Context.current();
    try {
      return tracker.produce(code);
    } catch (Throwable thrown) {
      tracker.failed(thrown);
      throw thrown;
    }
  }

  /** Hands an item from the producer's stages on to the caller's. */
  void pass(Object item, Runnable callersStages) {
    tracker.chunk(item);
    deliver(callersStages);
  }

  /** Runs the caller's code. */
  void deliver(Runnable callersCode) {
    ResultTracker.consume(caller, callersCode);
  }

  /** A spliterator was handed out or split off. */
  void partOpened() {
    openParts.incrementAndGet();
  }

  /** A spliterator has delivered everything. */
  void partDone() {
    if (openParts.decrementAndGet() == 0) {
      tracker.completed();
    }
  }

  /** The stream was closed; if nobody consumed it before, nobody will. */
  void closed() {
    tracker.cancelled();
  }
}
