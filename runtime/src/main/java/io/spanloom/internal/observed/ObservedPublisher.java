package io.spanloom.internal.observed;

import io.opentelemetry.context.Context;
import io.spanloom.result.ResultTracker;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A publisher whose first subscription is observed; every further one goes straight to the
 * publisher it stands in for.
 */
final class ObservedPublisher<T> implements Flow.Publisher<T> {

  private final Flow.Publisher<T> publisher;
  private final ResultTracker observation;
  private final AtomicBoolean subscribed = new AtomicBoolean();

  ObservedPublisher(Flow.Publisher<T> publisher, ResultTracker observation) {
    this.publisher = publisher;
    this.observation = observation;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    if (subscriber == null || !subscribed.compareAndSet(false, true)) {
      publisher.subscribe(subscriber);
      return;
    }
    observation.begun();
    ObservedSubscriber<T> observed =
        new ObservedSubscriber<>(subscriber, observation, Context.current());
    try {
      observation.produce(() -> publisher.subscribe(observed));
    } catch (Throwable thrown) {
      observation.failed(thrown);
      throw thrown;
    }
  }
}
