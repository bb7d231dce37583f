package io.spanloom.mutiny;

import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import io.spanloom.result.SignalRelay;
import org.jspecify.annotations.Nullable;

/** A subscriber, and the subscription it gives to the one downstream, around a relay. */
final class RelayUniSubscriber<T>
    implements UniSubscriber<T>, UniSubscription, OperatorContext.Holder {

  private final UniSubscriber<? super T> subscriber;
  private final SignalRelay relay;
  private final OperatorContext context;
  private @Nullable UniSubscription subscription;

  RelayUniSubscriber(
      UniSubscriber<? super T> subscriber, SignalRelay relay, OperatorContext context) {
    this.subscriber = subscriber;
    this.relay = relay;
    this.context = context;
  }

  @Override
  public OperatorContext operatorContext() {
    return context;
  }

  @Override
  public void onSubscribe(UniSubscription upstream) {
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
  public void cancel() {
    UniSubscription upstream = subscription;
    if (upstream != null) {
      relay.cancel(upstream::cancel);
    }
  }
}
