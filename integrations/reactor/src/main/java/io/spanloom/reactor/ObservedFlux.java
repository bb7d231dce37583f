package io.spanloom.reactor;

import io.spanloom.result.ResultTracker;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;

/** A {@code Flux} whose subscriptions are observed. */
final class ObservedFlux<T> extends FluxOperator<T, T> {

  private final Subscriptions subscriptions;

  ObservedFlux(Flux<T> flux, ResultTracker tracker) {
    super(flux);
    this.subscriptions = new Subscriptions(flux, tracker);
  }

  @Override
  public void subscribe(CoreSubscriber<? super T> subscriber) {
    ObservedSubscriber.subscribe(source, subscriber, subscriptions, false);
  }
}
