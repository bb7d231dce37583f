package io.spanloom.mutiny;

import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import io.spanloom.result.SubscriptionTracker;
import org.jspecify.annotations.Nullable;

/** Passes the signals of one subscription on. */
final class ObservedUniSubscriber<T>
    implements UniSubscriber<T>, UniSubscription, OperatorContext.Holder {

  private final UniSubscriber<? super T> subscriber;
  private final SubscriptionTracker tracker;
  private final OperatorContext context;
  private @Nullable UniSubscription subscription;

  ObservedUniSubscriber(
      UniSubscriber<? super T> subscriber, SubscriptionTracker tracker, OperatorContext context) {
    this.subscriber = subscriber;
    this.tracker = tracker;
    this.context = context;
  }

  @Override
  public OperatorContext operatorContext() {
    return context;
  }

  @Override
  public void onSubscribe(UniSubscription upstream) {
    subscription = upstream;
    tracker.onSubscribe(() -> subscriber.onSubscribe(this));
  }

  @Override
  public void onItem(T item) {
    tracker.onNext(item, subscriber::onItem);
  }

  @Override
  public void onFailure(Throwable failure) {
    tracker.onError(failure, subscriber::onFailure);
  }

  @Override
  public void cancel() {
    UniSubscription upstream = subscription;
    if (upstream != null) {
      tracker.cancel(upstream::cancel);
    }
  }
}
