package io.spanloom.rxjava;

import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.core.SingleObserver;
import io.spanloom.result.ResultTracker;

/** A {@code Single} whose subscriptions are observed. */
final class ObservedSingle<T> extends Single<T> {

  private final Single<T> source;
  private final Pipeline pipeline;

  ObservedSingle(Single<T> source, ResultTracker tracker) {
    this.source = source;
    this.pipeline = new Pipeline(tracker, true);
  }

  @Override
  protected void subscribeActual(SingleObserver<? super T> observer) {
    pipeline.subscribe(
        tracker -> source.subscribe(new RelayObserver<>(Downstream.of(observer), tracker)),
        () -> source.subscribe(observer));
  }
}
