package io.spanloom.mutiny;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.operators.UniOperator;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.spanloom.result.SignalRelay;

/** An operator whose subscriber runs in the context of the traced result it is part of. */
final class ContextUni<T> extends UniOperator<T, T> {

  ContextUni(Uni<T> operator) {
    super(operator);
  }

  @Override
  @SuppressWarnings("try") // a scope is only there to be closed
  public void subscribe(UniSubscriber<? super T> subscriber) {
    OperatorContext context = OperatorContext.of(subscriber);
    Context operators = context.operators();
    if (operators == null) {
      AbstractUni.subscribe(upstream(), subscriber);
      return;
    }
    try (Scope ignored = operators.makeCurrent()) {
      AbstractUni.subscribe(
          upstream(), new RelayUniSubscriber<T>(subscriber, SignalRelay.in(operators), context));
    }
  }
}
