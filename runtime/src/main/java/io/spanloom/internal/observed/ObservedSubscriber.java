package io.spanloom.internal.observed;

import io.opentelemetry.context.Context;
import io.spanloom.result.ResultTracker;
import java.util.concurrent.Flow;

/**
 * Passes signals on, downstream in the subscriber's context and upstream in the producer's.
 *
 * <p>Adds no signal, drops none, and asks for nothing itself, so the rules of Reactive Streams hold
 * as far as both sides keep them.
 */
final class ObservedSubscriber<T> implements Flow.Subscriber<T> {

  private final Flow.Subscriber<? super T> subscriber;
  private final ResultTracker tracker;
  private final Context caller;

  ObservedSubscriber(Flow.Subscriber<? super T> subscriber, ResultTracker tracker, Context caller) {
    this.subscriber = subscriber;
    this.tracker = tracker;
    this.caller = caller;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    Flow.Subscription observed = subscription == null ? subscription : new Demand(subscription);
    ResultTracker.consume(caller, () -> subscriber.onSubscribe(observed));
  }

  @Override
  public void onNext(T item) {
    tracker.chunk(item);
    try {
      ResultTracker.consume(caller, () -> subscriber.onNext(item));
    } catch (Throwable thrown) {
      tracker.cancelled(); // as Reactive Streams has it, rule 2.13
      throw thrown;
    }
  }

  @Override
  public void onError(Throwable thrown) {
    tracker.failed(thrown);
    ResultTracker.consume(caller, () -> subscriber.onError(thrown));
  }

  @Override
  public void onComplete() {
    tracker.completed();
    ResultTracker.consume(caller, subscriber::onComplete);
  }

  private final class Demand implements Flow.Subscription {

    private final Flow.Subscription subscription;

    Demand(Flow.Subscription subscription) {
      this.subscription = subscription;
    }

    @Override
    public void request(long count) {
      tracker.produce(() -> subscription.request(count));
    }

    @Override
    public void cancel() {
      try {
        tracker.produce(subscription::cancel);
      } finally {
        tracker.cancelled();
      }
    }
  }
}
