package io.spanloom.mutiny;

import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.AbstractMultiOperator;
import io.smallrye.mutiny.subscription.MultiSubscriber;

/** An operator whose subscriber runs in the context of the traced result it is part of. */
final class ContextMulti<T> extends AbstractMultiOperator<T, T> {

  ContextMulti(Multi<T> operator) {
    super(operator);
  }

  @Override
  public void subscribe(MultiSubscriber<? super T> subscriber) {
    OperatorContext context = OperatorContext.of(subscriber);
    Context operators = context.operators();
    upstream.subscribe(
        operators == null
            ? subscriber
            : new ContextMultiSubscriber<T>(subscriber, context, operators));
  }
}
