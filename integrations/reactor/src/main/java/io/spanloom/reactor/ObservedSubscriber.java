package io.spanloom.reactor;

import io.opentelemetry.context.Scope;
import io.spanloom.result.ResultTracker;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.util.context.Context;

/**
 * Passes signals on, downstream in the subscriber's context and upstream in the producer's.
 *
 * <p>Adds no signal, drops none, and asks for nothing itself.
 */
final class ObservedSubscriber<T> implements CoreSubscriber<T>, Subscription, Scannable {

  private final CoreSubscriber<? super T> subscriber;
  private final ResultTracker tracker;
  private final Subscriptions subscriptions;
  private final boolean single;
  private final io.opentelemetry.context.Context caller;
  private final Context context;
  private @Nullable Subscription subscription;

  private ObservedSubscriber(
      CoreSubscriber<? super T> subscriber,
      ResultTracker tracker,
      Subscriptions subscriptions,
      boolean single,
      io.opentelemetry.context.Context caller) {
    this.subscriber = subscriber;
    this.tracker = tracker;
    this.subscriptions = subscriptions;
    this.single = single;
    this.caller = caller;
    this.context = tracker.produce(() -> ContextOperators.with(subscriber.currentContext()));
  }

  /**
   * Subscribes.
   *
   * @param single whether the publisher is done with its first value
   */
  @SuppressWarnings("try") // a scope is only there to be closed
  static <T> void subscribe(
      Publisher<? extends T> publisher,
      CoreSubscriber<? super T> subscriber,
      Subscriptions subscriptions,
      boolean single) {
    var caller = ContextOperators.contextOf(subscriber.currentContext());
    ResultTracker tracker;
    try (Scope ignored = caller.makeCurrent()) {
      tracker = subscriptions.begin();
    }
    if (tracker == null) {
      publisher.subscribe(subscriber);
      return;
    }
    tracker.begun();
    ObservedSubscriber<T> observed =
        new ObservedSubscriber<>(subscriber, tracker, subscriptions, single, caller);
    try {
      tracker.produce(() -> publisher.subscribe(observed));
    } catch (Throwable thrown) {
      observed.failed(thrown);
      throw thrown;
    }
  }

  /** What operators upstream see: the subscriber's, with the producer's OpenTelemetry context. */
  @Override
  public Context currentContext() {
    return context;
  }

  @Override
  public void onSubscribe(Subscription upstream) {
    subscription = upstream;
    ResultTracker.consume(caller, () -> subscriber.onSubscribe(this));
  }

  @Override
  public void onNext(T item) {
    tracker.chunk(item);
    if (single) {
      completed();
    }
    try {
      ResultTracker.consume(caller, () -> subscriber.onNext(item));
    } catch (Throwable thrown) {
      cancelled(); // as Reactive Streams has it, rule 2.13
      throw thrown;
    }
  }

  @Override
  public void onError(Throwable thrown) {
    failed(thrown);
    ResultTracker.consume(caller, () -> subscriber.onError(thrown));
  }

  @Override
  public void onComplete() {
    completed();
    ResultTracker.consume(caller, subscriber::onComplete);
  }

  @Override
  public void request(long count) {
    Subscription upstream = subscription;
    if (upstream != null) {
      tracker.produce(() -> upstream.request(count));
    }
  }

  @Override
  public void cancel() {
    Subscription upstream = subscription;
    if (upstream == null) {
      return;
    }
    try {
      tracker.produce(upstream::cancel);
    } finally {
      cancelled();
    }
  }

  private void completed() {
    tracker.completed();
    subscriptions.ended();
  }

  private void cancelled() {
    tracker.cancelled();
    subscriptions.ended();
  }

  private void failed(Throwable thrown) {
    tracker.failed(thrown);
    subscriptions.failed();
  }

  /** For those who look through a chain of operators. */
  @Override
  @SuppressWarnings("rawtypes") // as declared
  public @Nullable Object scanUnsafe(Attr key) {
    if (key == Attr.PARENT) {
      return subscription;
    }
    if (key == Attr.ACTUAL) {
      return subscriber;
    }
    return key == Attr.RUN_STYLE ? Attr.RunStyle.SYNC : null;
  }
}
