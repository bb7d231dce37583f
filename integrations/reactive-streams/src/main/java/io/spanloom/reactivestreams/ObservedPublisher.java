package io.spanloom.reactivestreams;

import io.opentelemetry.context.Context;
import io.spanloom.result.ResultSubscriptions;
import io.spanloom.result.ResultTracker;
import io.spanloom.result.SubscriptionTracker;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/** A publisher whose subscriptions are observed. */
final class ObservedPublisher<T> implements Publisher<T> {

  private final Publisher<T> publisher;
  private final ResultSubscriptions subscriptions;

  ObservedPublisher(Publisher<T> publisher, ResultTracker tracker) {
    this.publisher = publisher;
    // Nothing tells whether it delivers again what it has remembered.
    this.subscriptions = new ResultSubscriptions(tracker, false, () -> true);
  }

  @Override
  public void subscribe(Subscriber<? super T> subscriber) {
    SubscriptionTracker tracker =
        subscriber == null ? null : subscriptions.begin(Context.current());
    if (tracker == null) {
      publisher.subscribe(subscriber);
      return;
    }
    tracker.subscribe(() -> publisher.subscribe(new RelaySubscriber<>(subscriber, tracker)));
  }
}
