package io.spanloom.rxjava;

import io.opentelemetry.context.Context;
import io.reactivex.rxjava3.functions.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Wraps the observers of a traced result's operators.
 *
 * @param <S> the type of source
 * @param <O> the type of observer
 * @param others the hook that was there before
 */
record SubscribeHook<S, O>(@Nullable BiFunction<S, O, O> others, InContext<O> inContext)
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
    return inContext.wrap(subscribed, pipeline.signalling(context));
  }

  /** Makes observers that pass signals on in a context. */
  interface InContext<O> {

    /** Such an observer, for the one that RxJava is about to subscribe. */
    O wrap(O observer, Context context);
  }
}
