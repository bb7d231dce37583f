package io.spanloom.rxjava;

import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Observer;
import io.spanloom.result.ResultTracker;

/** An {@code Observable} whose subscriptions are observed. */
final class ObservedObservable<T> extends Observable<T> {

  private final Observable<T> source;
  private final Pipeline pipeline;

  ObservedObservable(Observable<T> source, ResultTracker tracker) {
    this.source = source;
    this.pipeline = new Pipeline(tracker, false);
  }

  @Override
  protected void subscribeActual(Observer<? super T> observer) {
    pipeline.subscribe(
        tracker -> source.subscribe(new RelayObserver<>(Downstream.of(observer), tracker)),
        () -> source.subscribe(observer));
  }
}
