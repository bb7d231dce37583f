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
  private final ResultTracker observation;
  private final Context caller;

  ObservedSubscriber(
      Flow.Subscriber<? super T> subscriber, ResultTracker observation, Context caller) {
    this.subscriber = subscriber;
    this.observation = observation;
    this.caller = caller;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    Flow.Subscription observed = subscription == null ? subscription : new Demand(subscription);
    ResultTracker.consume(caller, () -> subscriber.onSubscribe(observed));
  }

  @Override
  public void onNext(T item) {
    observation.chunk(item);
    try {
      ResultTracker.consume(caller, () -> subscriber.onNext(item));
    } catch (Throwable thrown) {
      observation.cancelled(); // as Reactive Streams has it, rule 2.13
      throw thrown;
    }
  }

  @Override
  public void onError(Throwable thrown) {
    observation.failed(thrown);
    ResultTracker.consume(caller, () -> subscriber.onError(thrown));
  }

  @Override
  public void onComplete() {
    observation.completed();
    ResultTracker.consume(caller, subscriber::onComplete);
  }

  private final class Demand implements Flow.Subscription {

    private final Flow.Subscription subscription;

    Demand(Flow.Subscription subscription) {
      this.subscription = subscription;
    }

    @Override
    public void request(long count) {
      observation.produce(() -> subscription.request(count));
    }

    @Override
    public void cancel() {
      try {
        observation.produce(subscription::cancel);
      } finally {
        observation.cancelled();
      }
    }
  }
}
