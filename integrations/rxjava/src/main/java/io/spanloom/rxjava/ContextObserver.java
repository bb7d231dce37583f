package io.spanloom.rxjava;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.reactivex.rxjava3.disposables.Disposable;

/** Passes signals on, in both directions, in the context of the pipeline they belong to. */
@SuppressWarnings("try") // a scope is only there to be closed
final class ContextObserver<T> extends RelayObserver<T> {

  private final Context context;

  ContextObserver(Downstream<T> downstream, Context context) {
    super(downstream);
    this.context = context;
  }

  @Override
  void subscribed() {
    try (Scope ignored = context.makeCurrent()) {
      downstream.onSubscribe().accept(this);
    }
  }

  @Override
  public void onNext(T item) {
    try (Scope ignored = context.makeCurrent()) {
      downstream.onItem().accept(item);
    }
  }

  @Override
  public void onError(Throwable thrown) {
    try (Scope ignored = context.makeCurrent()) {
      downstream.onError().accept(thrown);
    }
  }

  @Override
  public void onComplete() {
    try (Scope ignored = context.makeCurrent()) {
      downstream.onComplete().run();
    }
  }

  @Override
  void dispose(Disposable upstream) {
    try (Scope ignored = context.makeCurrent()) {
      upstream.dispose();
    }
  }
}
