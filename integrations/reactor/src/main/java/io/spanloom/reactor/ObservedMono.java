package io.spanloom.reactor;

import io.spanloom.result.ResultTracker;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/** A {@code Mono} whose subscriptions are observed. */
final class ObservedMono<T> extends MonoOperator<T, T> {

  private final Subscriptions subscriptions;

  ObservedMono(Mono<T> mono, ResultTracker tracker) {
    super(mono);
    this.subscriptions = new Subscriptions(mono, tracker);
  }

  @Override
  public void subscribe(CoreSubscriber<? super T> subscriber) {
    ObservedSubscriber.subscribe(source, subscriber, subscriptions, true);
  }
}
