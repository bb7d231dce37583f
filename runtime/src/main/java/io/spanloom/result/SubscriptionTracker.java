package io.spanloom.result;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * One subscription to a result. It reports each signal to the call, and runs the subscriber's code
 * in the subscriber's context and the producer's code in the producer's.
 */
public final class SubscriptionTracker implements SignalRelay {

  private final ResultSubscriptions subscriptions;
  private final ResultTracker tracker;
  private final boolean single;
  private final Context caller;

  /** The next subscription may be open already when this one is cancelled after its end. */
  private final AtomicBoolean ended = new AtomicBoolean();

  SubscriptionTracker(
      ResultSubscriptions subscriptions, ResultTracker tracker, boolean single, Context caller) {
    this.subscriptions = subscriptions;
    this.tracker = tracker;
    this.single = single;
    this.caller = caller;
  }

  /** The context of the code that produces the result. */
  public Context producer() {
    return tracker.producer();
  }

  /** Subscribes to the producer; what that throws is a failure of the result. */
  public void subscribe(Runnable upstream) {
    try {
      tracker.produce(upstream);
    } catch (Throwable thrown) {
      failed(thrown);
      throw thrown;
    }
  }

  @Override
  public void onSubscribe(Runnable downstream) {
    ResultTracker.consume(caller, downstream);
  }

  /** {@inheritDoc} Of a single result that is also its end. */
  @Override
  @SuppressWarnings("try") // a scope is only there to be closed
  public <T> void onNext(T item, Consumer<? super T> downstream) {
    tracker.chunk(item);
    if (single) {
      completed();
    }
    try (Scope ignored = caller.makeCurrent()) {
      downstream.accept(item);
    } catch (Throwable thrown) {
      cancelled(); // as Reactive Streams has it, rule 2.13
      throw thrown;
    }
  }

  @Override
  public void onError(Throwable thrown, Consumer<? super Throwable> downstream) {
    failed(thrown);
    ResultTracker.consume(caller, () -> downstream.accept(thrown));
  }

  @Override
  public void onComplete(Runnable downstream) {
    completed();
    ResultTracker.consume(caller, downstream);
  }

  @Override
  public void request(Runnable upstream) {
    tracker.produce(upstream);
  }

  @Override
  public void cancel(Runnable upstream) {
    try {
      tracker.produce(upstream);
    } finally {
      cancelled();
    }
  }

  private void completed() {
    tracker.completed();
    end(subscriptions::ended);
  }

  private void cancelled() {
    tracker.cancelled();
    end(subscriptions::ended);
  }

  private void failed(Throwable thrown) {
    tracker.failed(thrown);
    end(subscriptions::failed);
  }

  private void end(Runnable end) {
    if (ended.compareAndSet(false, true)) {
      end.run();
    }
  }
}
