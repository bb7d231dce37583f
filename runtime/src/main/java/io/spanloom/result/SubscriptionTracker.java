package io.spanloom.result;

import io.opentelemetry.context.Context;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * One subscription to a result. It reports each signal to the call, and runs the subscriber's code
 * in the subscriber's context and the producer's code in the producer's.
 *
 * <p>It adds no signal, drops none, and requests nothing itself, so the rules of Reactive Streams
 * hold as far as both sides keep them.
 */
public final class SubscriptionTracker {

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

  /** The producer has accepted the subscription. */
  public void onSubscribe(Runnable downstream) {
    ResultTracker.consume(caller, downstream);
  }

  /** The producer delivers an item; of a single result that is also its end. */
  public <T> void onNext(T item, Consumer<? super T> downstream) {
    tracker.chunk(item);
    if (single) {
      completed();
    }
    try {
      ResultTracker.consume(caller, () -> downstream.accept(item));
    } catch (Throwable thrown) {
      cancelled(); // as Reactive Streams has it, rule 2.13
      throw thrown;
    }
  }

  /** The producer fails. */
  public void onError(Throwable thrown, Consumer<? super Throwable> downstream) {
    failed(thrown);
    ResultTracker.consume(caller, () -> downstream.accept(thrown));
  }

  /** The producer has delivered everything. */
  public void onComplete(Runnable downstream) {
    completed();
    ResultTracker.consume(caller, downstream);
  }

  /** The subscriber requests items. */
  public void request(Runnable upstream) {
    tracker.produce(upstream);
  }

  /** The subscriber cancels. */
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
