package io.spanloom.rxjava;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.reactivex.rxjava3.core.FlowableSubscriber;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Passes signals on, in both directions, in the context of the pipeline they belong to. */
@SuppressWarnings("try") // a scope is only there to be closed
final class ContextSubscriber<T> implements FlowableSubscriber<T>, Subscription {

  private final Subscriber<? super T> subscriber;
  private final Context context;
  private @Nullable Subscription subscription;

  ContextSubscriber(Subscriber<? super T> subscriber, Context context) {
    this.subscriber = subscriber;
    this.context = context;
  }

  @Override
  public void onSubscribe(Subscription upstream) {
    subscription = upstream;
    try (Scope ignored = context.makeCurrent()) {
      subscriber.onSubscribe(this);
    }
  }

  @Override
  public void onNext(T item) {
    try (Scope ignored = context.makeCurrent()) {
      subscriber.onNext(item);
    }
  }

  @Override
  public void onError(Throwable thrown) {
    try (Scope ignored = context.makeCurrent()) {
      subscriber.onError(thrown);
    }
  }

  @Override
  public void onComplete() {
    try (Scope ignored = context.makeCurrent()) {
      subscriber.onComplete();
    }
  }

  @Override
  public void request(long count) {
    Subscription upstream = subscription;
    if (upstream != null) {
      try (Scope ignored = context.makeCurrent()) {
        upstream.request(count);
      }
    }
  }

  @Override
  public void cancel() {
    Subscription upstream = subscription;
    if (upstream != null) {
      try (Scope ignored = context.makeCurrent()) {
        upstream.cancel();
      }
    }
  }
}
