package io.spanloom.mutiny;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.operators.UniOperator;
import io.smallrye.mutiny.subscription.UniSubscriber;

/** An operator whose subscriber runs in the context of the traced result it is part of. */
final class ContextUni<T> extends UniOperator<T, T> {

  ContextUni(Uni<T> operator) {
    super(operator);
  }

  @Override
  public void subscribe(UniSubscriber<? super T> subscriber) {
    OperatorContext context = OperatorContext.of(subscriber);
    Context operators = context.operators();
    AbstractUni.subscribe(
        upstream(),
        operators == null
            ? subscriber
            : new ContextUniSubscriber<T>(subscriber, context, operators));
  }
}
