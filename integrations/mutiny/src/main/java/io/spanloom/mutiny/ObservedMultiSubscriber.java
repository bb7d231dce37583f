package io.spanloom.mutiny;

import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.spanloom.result.SubscriptionTracker;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Passes the signals of one subscription on. */
final class ObservedMultiSubscriber<T>
    implements MultiSubscriber<T>, Subscription, OperatorContext.Holder {

  private final MultiSubscriber<? super T> subscriber;
  private final SubscriptionTracker tracker;
  private final OperatorContext context;
  private @Nullable Subscription subscription;

  ObservedMultiSubscriber(
      MultiSubscriber<? super T> subscriber, SubscriptionTracker tracker, OperatorContext context) {
    this.subscriber = subscriber;
    this.tracker = tracker;
    this.context = context;
  }

  @Override
  public OperatorContext operatorContext() {
    return context;
  }

  @Override
  public void onSubscribe(Subscription upstream) {
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
  public void onCompletion() {
    tracker.onComplete(subscriber::onCompletion);
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
