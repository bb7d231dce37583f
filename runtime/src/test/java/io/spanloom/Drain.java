package io.spanloom;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/** A subscriber that writes down every signal. */
final class Drain<T> implements Flow.Subscriber<T> {

  final List<Object> signals = new ArrayList<>();
  Flow.Subscription subscription;
  private final long atOnce;
  private final Consumer<Object> action;

  /** Asks for that many items at the start, and for one more after each. */
  Drain(long atOnce, Consumer<Object> action) {
    this.atOnce = atOnce;
    this.action = action;
  }

  /** Asks for everything. */
  static <T> Drain<T> greedy() {
    return new Drain<>(Long.MAX_VALUE, signal -> {});
  }

  @Override
  public void onSubscribe(Flow.Subscription newSubscription) {
    subscription = newSubscription;
    if (atOnce > 0) {
      subscription.request(atOnce);
    }
  }

  @Override
  public void onNext(T item) {
    signals.add(item);
    action.accept(item);
    if (atOnce < Long.MAX_VALUE && atOnce > 0) {
      subscription.request(1);
    }
  }

  @Override
  public void onError(Throwable thrown) {
    signals.add(thrown);
    action.accept(thrown);
  }

  @Override
  public void onComplete() {
    signals.add("end");
    action.accept("end");
  }
}
