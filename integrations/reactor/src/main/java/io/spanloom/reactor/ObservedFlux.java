package io.spanloom.reactor;

import io.spanloom.result.Observation;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;

/**
 * A {@code Flux} whose first subscription is observed; further ones are the business of the {@code
 * Flux} it stands in for.
 */
final class ObservedFlux<T> extends FluxOperator<T, T> {

  private final Observation observation;
  private final AtomicBoolean subscribed = new AtomicBoolean();

  ObservedFlux(Flux<T> flux, Observation observation) {
    super(flux);
    this.observation = observation;
  }

  @Override
  public void subscribe(CoreSubscriber<? super T> subscriber) {
    if (subscribed.compareAndSet(false, true)) {
      ObservedSubscriber.subscribe(source, subscriber, observation, false);
    } else {
      source.subscribe(subscriber);
    }
  }
}
