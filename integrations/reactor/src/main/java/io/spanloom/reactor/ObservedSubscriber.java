package io.spanloom.reactor;

import io.spanloom.result.ResultSubscriptions;
import io.spanloom.result.SubscriptionTracker;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.util.context.Context;

/** Passes the signals of one subscription on. */
final class ObservedSubscriber<T> implements CoreSubscriber<T>, Subscription, Scannable {

  private final CoreSubscriber<? super T> subscriber;
  private final SubscriptionTracker tracker;
  private final Context context;
  private @Nullable Subscription subscription;

  private ObservedSubscriber(CoreSubscriber<? super T> subscriber, SubscriptionTracker tracker) {
    this.subscriber = subscriber;
    this.tracker = tracker;
    this.context = ContextOperators.with(subscriber.currentContext(), tracker.producer());
  }

  /** Subscribes to what a stand-in stands in for. */
  static <T> void subscribe(
      Publisher<? extends T> publisher,
      CoreSubscriber<? super T> subscriber,
      ResultSubscriptions subscriptions) {
    SubscriptionTracker tracker =
        subscriptions.begin(ContextOperators.contextOf(subscriber.currentContext()));
    if (tracker == null) {
      publisher.subscribe(subscriber);
      return;
    }
    tracker.subscribe(() -> publisher.subscribe(new ObservedSubscriber<>(subscriber, tracker)));
  }

  /** What operators upstream see: the subscriber's, with the producer's OpenTelemetry context. */
  @Override
  public Context currentContext() {
    return context;
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

  /** For those who look through a chain of operators. */
  @Override
  @SuppressWarnings("rawtypes") // as declared
  public @Nullable Object scanUnsafe(Attr key) {
    if (key == Attr.PARENT) {
      return subscription;
    }
    if (key == Attr.ACTUAL) {
      return subscriber;
    }
    return key == Attr.RUN_STYLE ? Attr.RunStyle.SYNC : null;
  }
}
