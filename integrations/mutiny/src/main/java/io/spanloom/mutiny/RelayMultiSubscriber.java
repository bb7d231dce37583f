package io.spanloom.mutiny;

import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.spanloom.result.SignalRelay;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** A subscriber, and the subscription it gives to the one downstream, around a relay. */
final class RelayMultiSubscriber<T>
    implements MultiSubscriber<T>, Subscription, OperatorContext.Holder {

  private final MultiSubscriber<? super T> subscriber;
  private final SignalRelay relay;
  private final OperatorContext context;
  private @Nullable Subscription subscription;

  RelayMultiSubscriber(
      MultiSubscriber<? super T> subscriber, SignalRelay relay, OperatorContext context) {
    this.subscriber = subscriber;
    this.relay = relay;
    this.context = context;
  }

  @Override
  public OperatorContext operatorContext() {
    return context;
  }

  @Override
  public void onSubscribe(Subscription upstream) {
    subscription = upstream;
    relay.onSubscribe(() -> subscriber.onSubscribe(this));
  }

  @Override
  public void onItem(T item) {
    relay.onNext(item, subscriber::onItem);
  }

  @Override
  public void onFailure(Throwable failure) {
    relay.onError(failure, subscriber::onFailure);
  }

  @Override
  public void onCompletion() {
    relay.onComplete(subscriber::onCompletion);
  }

  @Override
  public void request(long count) {
    Subscription upstream = subscription;
    if (upstream != null) {
      relay.request(() -> upstream.request(count));
    }
  }

  @Override
  public void cancel() {
    Subscription upstream = subscription;
    if (upstream != null) {
      relay.cancel(upstream::cancel);
    }
  }
}
