package io.spanloom.internal.observed;

import io.spanloom.result.SubscriptionTracker;
import java.util.concurrent.Flow;

/** Passes the signals of one subscription on. */
final class ObservedSubscriber<T> implements Flow.Subscriber<T> {

  private final Flow.Subscriber<? super T> subscriber;
  private final SubscriptionTracker tracker;

  ObservedSubscriber(Flow.Subscriber<? super T> subscriber, SubscriptionTracker tracker) {
    this.subscriber = subscriber;
    this.tracker = tracker;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    Flow.Subscription observed = subscription == null ? subscription : new Demand(subscription);
    tracker.onSubscribe(() -> subscriber.onSubscribe(observed));
  }

  @Override
  public void onNext(T item) {
    tracker.onNext(item, subscriber::onNext);
  }

  @Override
  public void onError(Throwable thrown) {
    tracker.onError(thrown, subscriber::onError);
  }

  @Override
  public void onComplete() {
    tracker.onComplete(subscriber::onComplete);
  }

  private final class Demand implements Flow.Subscription {

    private final Flow.Subscription subscription;

    Demand(Flow.Subscription subscription) {
      this.subscription = subscription;
    }

    @Override
    public void request(long count) {
      tracker.request(() -> subscription.request(count));
    }

    @Override
    public void cancel() {
      tracker.cancel(subscription::cancel);
    }
  }
}
