package io.spanloom.result;

import io.opentelemetry.context.Context;
import java.util.function.Consumer;

/**
 * Passes the signals of one subscription on, in both directions, each in the context that it
 * belongs in. A stand-in for a subscriber or observer is a relay and the library's interface.
 *
 * <p>A relay adds no signal, drops none, and requests nothing itself, so the rules of Reactive
 * Streams hold as far as both sides keep them.
 */
public interface SignalRelay {

  /** A relay for an operator, which passes all signals on in one context. */
  static SignalRelay in(Context context) {
    return new ContextRelay(context);
  }

  /** The producer has accepted the subscription. */
  void onSubscribe(Runnable downstream);

  /** The producer delivers an item. */
  <T> void onNext(T item, Consumer<? super T> downstream);

  /** The producer fails. */
  void onError(Throwable thrown, Consumer<? super Throwable> downstream);

  /** The producer has delivered everything. */
  void onComplete(Runnable downstream);

  /** The subscriber requests items. */
  void request(Runnable upstream);

  /** The subscriber cancels. */
  void cancel(Runnable upstream);
}
