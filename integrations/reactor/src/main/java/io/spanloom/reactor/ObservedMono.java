package io.spanloom.reactor;

import io.spanloom.result.ResultSubscriptions;
import io.spanloom.result.ResultTracker;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/** A {@code Mono} whose subscriptions are observed. */
final class ObservedMono<T> extends MonoOperator<T, T> {

  private final ResultSubscriptions subscriptions;

  ObservedMono(Mono<T> result, ResultTracker tracker) {
    super(result);
    this.subscriptions = new ResultSubscriptions(tracker, true, () -> SharedResult.is(result));
  }

  @Override
  public void subscribe(CoreSubscriber<? super T> subscriber) {
    ObservedSubscriber.subscribe(source, subscriber, subscriptions);
  }
}
