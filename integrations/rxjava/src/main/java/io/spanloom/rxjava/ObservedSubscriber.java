package io.spanloom.rxjava;

import io.reactivex.rxjava3.core.FlowableSubscriber;
import io.spanloom.result.SubscriptionTracker;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Passes the signals of one subscription on. */
final class ObservedSubscriber<T> implements FlowableSubscriber<T>, Subscription {

  private final Subscriber<? super T> subscriber;
  private final SubscriptionTracker tracker;
  private @Nullable Subscription subscription;

  ObservedSubscriber(Subscriber<? super T> subscriber, SubscriptionTracker tracker) {
    this.subscriber = subscriber;
    this.tracker = tracker;
  }

  @Override
  public void onSubscribe(Subscription upstream) {
    subscription = upstream;
    tracker.onSubscribe(() -> subscriber.onSubscribe(this));
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

  @Override
  public void request(long count) {
    Subscription upstream = subscription;
    if (upstream != null) {
      tracker.request(() -> upstream.request(count));
    }
  }

  @Override
  public void cancel() {
    Subscription upstream = subscription;
    if (upstream != null) {
      tracker.cancel(upstream::cancel);
    }
  }
}
