package io.spanloom.mutiny;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.operators.UniOperator;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.spanloom.result.ResultSubscriptions;
import io.spanloom.result.ResultTracker;
import io.spanloom.result.SubscriptionTracker;

/** A {@code Uni} whose subscriptions are observed. */
final class ObservedUni<T> extends UniOperator<T, T> {

  private final ResultSubscriptions subscriptions;

  ObservedUni(Uni<T> result, ResultTracker tracker) {
    super(result);
    this.subscriptions = new ResultSubscriptions(tracker, true, () -> SharedResult.is(result));
  }

  @Override
  public void subscribe(UniSubscriber<? super T> subscriber) {
    OperatorContext context = OperatorContext.of(subscriber);
    SubscriptionTracker tracker = subscriptions.begin(context.orCurrent());
    if (tracker == null) {
      AbstractUni.subscribe(upstream(), subscriber);
      return;
    }
    tracker.subscribe(
        () ->
            AbstractUni.subscribe(
                upstream(),
                new RelayUniSubscriber<T>(subscriber, tracker, context.with(tracker.producer()))));
  }
}
