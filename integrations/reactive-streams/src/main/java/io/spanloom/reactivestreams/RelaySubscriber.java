package io.spanloom.reactivestreams;

import io.spanloom.result.SignalRelay;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** A subscriber, and the subscription it gives to the one downstream, on both sides of a relay. */
public class RelaySubscriber<T> implements Subscriber<T>, Subscription {

  private final Subscriber<? super T> subscriber;
  private final Consumer<T> onNext;
  private final SignalRelay relay;
  private @Nullable Subscription subscription;

  /** Passes signals on to the subscriber. */
  public RelaySubscriber(Subscriber<? super T> subscriber, SignalRelay relay) {
    this.subscriber = subscriber;
    this.onNext = subscriber::onNext; // made once, not for each item
    this.relay = relay;
  }

  /** The subscriber downstream. */
  protected final Subscriber<? super T> downstream() {
    return subscriber;
  }

  /** The subscription upstream; {@code null} before there is one. */
  protected final @Nullable Subscription upstream() {
    return subscription;
  }

  @Override
  public final void onSubscribe(Subscription upstream) {
    subscription = upstream;
    relay.onSubscribe(() -> subscriber.onSubscribe(this));
  }

  @Override
  public final void onNext(T item) {
    relay.onNext(item, onNext);
  }

  @Override
  public final void onError(Throwable thrown) {
    relay.onError(thrown, subscriber::onError);
  }

  @Override
  public final void onComplete() {
    relay.onComplete(subscriber::onComplete);
  }

  @Override
  public final void request(long count) {
    Subscription upstream = subscription;
    if (upstream != null) {
      relay.request(() -> upstream.request(count));
    }
  }

  @Override
  public final void cancel() {
    Subscription upstream = subscription;
    if (upstream != null) {
      relay.cancel(upstream::cancel);
    }
  }
}
