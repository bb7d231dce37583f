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
  private final ResultTracker tracker;
  private final AtomicBoolean subscribed = new AtomicBoolean();

  ObservedPublisher(Flow.Publisher<T> publisher, ResultTracker tracker) {
    this.publisher = publisher;
    this.tracker = tracker;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    if (subscriber == null || !subscribed.compareAndSet(false, true)) {
      publisher.subscribe(subscriber);
      return;
    }
    tracker.begun();
    ObservedSubscriber<T> observed =
        new ObservedSubscriber<>(subscriber, tracker, Context.current());
    try {
      tracker.produce(() -> publisher.subscribe(observed));
    } catch (Throwable thrown) {
      tracker.failed(thrown);
      throw thrown;
    }
  }
}
