package io.spanloom.rxjava;

import io.reactivex.rxjava3.core.Flowable;
import io.spanloom.result.ResultTracker;
import org.reactivestreams.Subscriber;

/** A {@code Flowable} whose subscriptions are observed. */
final class ObservedFlowable<T> extends Flowable<T> {

  private final Flowable<T> source;
  private final Pipeline pipeline;

  ObservedFlowable(Flowable<T> source, ResultTracker tracker) {
    this.source = source;
    this.pipeline = new Pipeline(tracker, false);
  }

  @Override
  protected void subscribeActual(Subscriber<? super T> subscriber) {
    pipeline.subscribe(
        tracker -> source.subscribe(new FlowableRelay<>(subscriber, tracker)),
        () -> source.subscribe(subscriber));
  }
}
