package io.spanloom.mutiny;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.AbstractMultiOperator;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.spanloom.result.ResultSubscriptions;
import io.spanloom.result.ResultTracker;
import io.spanloom.result.SubscriptionTracker;

/** A {@code Multi} whose subscriptions are observed. */
final class ObservedMulti<T> extends AbstractMultiOperator<T, T> {

  private final ResultSubscriptions subscriptions;

  ObservedMulti(Multi<T> result, ResultTracker tracker) {
    super(result);
    this.subscriptions = new ResultSubscriptions(tracker, false, () -> SharedResult.is(result));
  }

  @Override
  public void subscribe(MultiSubscriber<? super T> subscriber) {
    OperatorContext context = OperatorContext.of(subscriber);
    SubscriptionTracker tracker = subscriptions.begin(context.orCurrent());
    if (tracker == null) {
      upstream.subscribe(subscriber);
      return;
    }
    tracker.subscribe(
        () ->
            upstream.subscribe(
                new RelayMultiSubscriber<T>(
                    subscriber, tracker, context.with(tracker.producer()))));
  }
}
