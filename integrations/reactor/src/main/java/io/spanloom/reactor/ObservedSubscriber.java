package io.spanloom.reactor;

import io.spanloom.reactivestreams.RelaySubscriber;
import io.spanloom.result.ResultSubscriptions;
import io.spanloom.result.SubscriptionTracker;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.util.context.Context;

/** Passes the signals of one subscription on. */
final class ObservedSubscriber<T> extends RelaySubscriber<T>
    implements CoreSubscriber<T>, Scannable {

  private final Context context;

  private ObservedSubscriber(CoreSubscriber<? super T> subscriber, SubscriptionTracker tracker) {
    super(subscriber, tracker);
    this.context = ContextOperators.with(subscriber.currentContext(), tracker.producer());
  }

  /** Subscribes to what a stand-in stands in for. */
  static <T> void subscribe(
      Publisher<? extends T> publisher,
      CoreSubscriber<? super T> subscriber,
      ResultSubscriptions subscriptions) {
    SubscriptionTracker tracker =
        subscriptions.begin(ContextOperators.contextOf(subscriber.currentContext()));
    if (tracker == null) {
      publisher.subscribe(subscriber);
      return;
    }
    tracker.subscribe(() -> publisher.subscribe(new ObservedSubscriber<>(subscriber, tracker)));
  }

  /** What operators upstream see: the subscriber's, with the producer's OpenTelemetry context. */
  @Override
  public Context currentContext() {
    return context;
  }

  /** For those who look through a chain of operators. */
  @Override
  @SuppressWarnings("rawtypes") // as declared
  public @Nullable Object scanUnsafe(Attr key) {
    if (key == Attr.PARENT) {
      return upstream();
    }
    if (key == Attr.ACTUAL) {
      return downstream();
    }
    return key == Attr.RUN_STYLE ? Attr.RunStyle.SYNC : null;
  }
}
