package io.spanloom.result;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.function.Consumer;

/** Passes signals on in one context. */
@SuppressWarnings("try") // a scope is only there to be closed
record ContextRelay(Context context) implements SignalRelay {

  @Override
  public void onSubscribe(Runnable downstream) {
    run(downstream);
  }

  @Override
  public <T> void onNext(T item, Consumer<? super T> downstream) {
    try (Scope ignored = context.makeCurrent()) {
      downstream.accept(item);
    }
  }

  @Override
  public void onError(Throwable thrown, Consumer<? super Throwable> downstream) {
    try (Scope ignored = context.makeCurrent()) {
      downstream.accept(thrown);
    }
  }

  @Override
  public void onComplete(Runnable downstream) {
    run(downstream);
  }

  @Override
  public void request(Runnable upstream) {
    run(upstream);
  }

  @Override
  public void cancel(Runnable upstream) {
    run(upstream);
  }

  private void run(Runnable code) {
    try (Scope ignored = context.makeCurrent()) {
      code.run();
    }
  }
}
