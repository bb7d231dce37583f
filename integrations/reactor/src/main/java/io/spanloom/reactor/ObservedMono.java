package io.spanloom.reactor;

import io.spanloom.result.Observation;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/**
 * A {@code Mono} whose first subscription is observed; further ones are the business of the {@code
 * Mono} it stands in for.
 */
final class ObservedMono<T> extends MonoOperator<T, T> {

  private final Observation observation;
  private final AtomicBoolean subscribed = new AtomicBoolean();

  ObservedMono(Mono<T> mono, Observation observation) {
    super(mono);
    this.observation = observation;
  }

  @Override
  public void subscribe(CoreSubscriber<? super T> subscriber) {
    if (subscribed.compareAndSet(false, true)) {
      ObservedSubscriber.subscribe(source, subscriber, observation, true);
    } else {
      source.subscribe(subscriber);
    }
  }
}
