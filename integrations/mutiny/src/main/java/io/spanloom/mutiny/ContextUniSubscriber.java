package io.spanloom.mutiny;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import org.jspecify.annotations.Nullable;

/** Passes signals on, in both directions, in the context of the pipeline they belong to. */
@SuppressWarnings("try") // a scope is only there to be closed
final class ContextUniSubscriber<T>
    implements UniSubscriber<T>, UniSubscription, OperatorContext.Holder {

  private final UniSubscriber<? super T> subscriber;
  private final OperatorContext context;
  private final Context operators;
  private @Nullable UniSubscription subscription;

  ContextUniSubscriber(
      UniSubscriber<? super T> subscriber, OperatorContext context, Context operators) {
    this.subscriber = subscriber;
    this.context = context;
    this.operators = operators;
  }

  @Override
  public OperatorContext operatorContext() {
    return context;
  }

  @Override
  public void onSubscribe(UniSubscription upstream) {
    subscription = upstream;
    try (Scope ignored = operators.makeCurrent()) {
      subscriber.onSubscribe(this);
    }
  }

  @Override
  public void onItem(T item) {
    try (Scope ignored = operators.makeCurrent()) {
      subscriber.onItem(item);
    }
  }

  @Override
  public void onFailure(Throwable failure) {
    try (Scope ignored = operators.makeCurrent()) {
      subscriber.onFailure(failure);
    }
  }

  @Override
  public void cancel() {
    UniSubscription upstream = subscription;
    if (upstream != null) {
      try (Scope ignored = operators.makeCurrent()) {
        upstream.cancel();
      }
    }
  }
}
