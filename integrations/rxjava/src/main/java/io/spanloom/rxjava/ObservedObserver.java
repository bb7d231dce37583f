package io.spanloom.rxjava;

import io.reactivex.rxjava3.disposables.Disposable;
import io.spanloom.result.SubscriptionTracker;

/** Passes the signals of one subscription on. */
final class ObservedObserver<T> extends RelayObserver<T> {

  private final SubscriptionTracker tracker;

  ObservedObserver(Downstream<T> downstream, SubscriptionTracker tracker) {
    super(downstream);
    this.tracker = tracker;
  }

  @Override
  void subscribed() {
    tracker.onSubscribe(() -> downstream.onSubscribe().accept(this));
  }

  @Override
  public void onNext(T item) {
    tracker.onNext(item, downstream.onItem());
  }

  @Override
  public void onError(Throwable thrown) {
    tracker.onError(thrown, downstream.onError());
  }

  @Override
  public void onComplete() {
    tracker.onComplete(downstream.onComplete());
  }

  @Override
  void dispose(Disposable upstream) {
    tracker.cancel(upstream::dispose);
  }
}
