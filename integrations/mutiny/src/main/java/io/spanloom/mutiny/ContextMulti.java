package io.spanloom.mutiny;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.AbstractMultiOperator;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.spanloom.result.SignalRelay;

/** An operator whose subscriber runs in the context of the traced result it is part of. */
final class ContextMulti<T> extends AbstractMultiOperator<T, T> {

  ContextMulti(Multi<T> operator) {
    super(operator);
  }

  @Override
  @SuppressWarnings("try") // a scope is only there to be closed
  public void subscribe(MultiSubscriber<? super T> subscriber) {
    OperatorContext context = OperatorContext.of(subscriber);
    Context operators = context.operators();
    if (operators == null) {
      upstream.subscribe(subscriber);
      return;
    }
    try (Scope ignored = operators.makeCurrent()) {
      upstream.subscribe(
          new RelayMultiSubscriber<T>(subscriber, SignalRelay.in(operators), context));
    }
  }
}
