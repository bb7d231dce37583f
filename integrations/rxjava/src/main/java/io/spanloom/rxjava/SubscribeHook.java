package io.spanloom.rxjava;

import io.opentelemetry.context.Context;
import io.reactivex.rxjava3.functions.BiFunction;
import io.spanloom.result.SignalRelay;
import org.jspecify.annotations.Nullable;

/**
 * Wraps the observers of a traced result's operators.
 *
 * @param <S> the type of source
 * @param <O> the type of observer
 * @param others the hook that was there before
 * @param relay makes an observer that passes signals on through a relay
 */
record SubscribeHook<S, O>(
    @Nullable BiFunction<S, O, O> others, BiFunction<O, SignalRelay, O> relay)
    implements BiFunction<S, O, O> {

  @Override
  public O apply(S source, O observer) throws Throwable {
    O subscribed = others == null ? observer : others.apply(source, observer);
    Context context = Context.current();
    Pipeline pipeline = Pipeline.of(context);
    if (pipeline == null) {
      return subscribed;
    }
    pipeline.subscribing(source);
    return relay.apply(subscribed, SignalRelay.in(pipeline.signalling(context)));
  }
}
