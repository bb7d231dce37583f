package io.spanloom.reactor;

import io.spanloom.result.ResultSubscriptions;
import io.spanloom.result.ResultTracker;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;

/** A {@code Flux} whose subscriptions are observed. */
final class ObservedFlux<T> extends FluxOperator<T, T> {

  private final ResultSubscriptions subscriptions;

  ObservedFlux(Flux<T> result, ResultTracker tracker) {
    super(result);
    this.subscriptions = new ResultSubscriptions(tracker, false, () -> SharedResult.is(result));
  }

  @Override
  public void subscribe(CoreSubscriber<? super T> subscriber) {
    ObservedSubscriber.subscribe(source, subscriber, subscriptions);
  }
}
