package io.spanloom.rxjava;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.ImplicitContextKeyed;
import io.opentelemetry.context.Scope;
import io.spanloom.result.ResultSubscriptions;
import io.spanloom.result.ResultTracker;
import io.spanloom.result.SubscriptionTracker;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The operators of a traced result. OpenTelemetry's context carries it to where they are subscribed
 * to, on whichever thread: RxJava has no context of its own.
 */
final class Pipeline implements ImplicitContextKeyed {

  private static final ContextKey<Pipeline> KEY = ContextKey.named("spanloom-rxjava-pipeline");

  private final @Nullable ResultSubscriptions subscriptions;
  private volatile boolean shared;

  /** The pipeline of a result. */
  Pipeline(ResultTracker tracker, boolean single) {
    this.subscriptions = new ResultSubscriptions(tracker, single, () -> shared);
  }

  /** What operators subscribe to while signals pass: it says nothing about the result. */
  private Pipeline() {
    this.subscriptions = null;
  }

  /** The pipeline that the code with a context belongs to. */
  static @Nullable Pipeline of(Context context) {
    return context.get(KEY);
  }

  /**
   * Subscribes.
   *
   * @param observed subscribes to the source, reporting to a tracker
   * @param plain subscribes to the source if the subscription is no call
   */
  @SuppressWarnings("try") // a scope is only there to be closed
  void subscribe(Consumer<SubscriptionTracker> observed, Runnable plain) {
    SubscriptionTracker tracker =
        subscriptions == null ? null : subscriptions.begin(Context.current());
    if (tracker == null) {
      plain.run();
      return;
    }
    tracker.subscribe(
        () -> {
          try (Scope ignored = Context.current().with(this).makeCurrent()) {
            observed.accept(tracker);
          }
        });
  }

  /** A source of the result is subscribed to, which may remember or share what it delivers. */
  void subscribing(Object source) {
    if (subscriptions != null && SharedSource.is(source)) {
      shared = true;
    }
  }

  /** The context of an operator's signals, made of the one that it was subscribed to in. */
  Context signalling(Context subscribing) {
    return subscriptions == null ? subscribing : subscribing.with(KEY, new Pipeline());
  }

  @Override
  public Context storeInContext(Context context) {
    return context.with(KEY, this);
  }
}
