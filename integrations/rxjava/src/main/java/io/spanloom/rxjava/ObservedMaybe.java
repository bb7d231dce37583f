package io.spanloom.rxjava;

import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.MaybeObserver;
import io.spanloom.result.ResultTracker;

/** A {@code Maybe} whose subscriptions are observed. */
final class ObservedMaybe<T> extends Maybe<T> {

  private final Maybe<T> source;
  private final Pipeline pipeline;

  ObservedMaybe(Maybe<T> source, ResultTracker tracker) {
    this.source = source;
    this.pipeline = new Pipeline(tracker, true);
  }

  @Override
  protected void subscribeActual(MaybeObserver<? super T> observer) {
    pipeline.subscribe(
        tracker -> source.subscribe(new RelayObserver<>(Downstream.of(observer), tracker)),
        () -> source.subscribe(observer));
  }
}
