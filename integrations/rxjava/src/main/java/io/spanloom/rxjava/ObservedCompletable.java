package io.spanloom.rxjava;

import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.CompletableObserver;
import io.spanloom.result.ResultTracker;

/** A {@code Completable} whose subscriptions are observed. */
final class ObservedCompletable extends Completable {

  private final Completable source;
  private final Pipeline pipeline;

  ObservedCompletable(Completable source, ResultTracker tracker) {
    this.source = source;
    this.pipeline = new Pipeline(tracker, true);
  }

  @Override
  protected void subscribeActual(CompletableObserver observer) {
    pipeline.subscribe(
        tracker -> source.subscribe(new RelayObserver<>(Downstream.of(observer), tracker)),
        () -> source.subscribe(observer));
  }
}
