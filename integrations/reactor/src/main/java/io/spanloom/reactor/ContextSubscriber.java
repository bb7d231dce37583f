package io.spanloom.reactor;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Fuseable;
import reactor.core.Scannable;

/**
 * Passes signals on, in both directions, in the context of the pipeline they belong to.
 *
 * <p>Operators that could fuse expect a queue from upstream; this one answers that it does not
 * fuse, as signals that are fetched instead of sent would pass by here unseen.
 */
@SuppressWarnings("try") // a scope is only there to be closed
final class ContextSubscriber<T>
    implements CoreSubscriber<T>, Fuseable.QueueSubscription<T>, Scannable {

  private final CoreSubscriber<? super T> subscriber;
  private final Context context;
  private @Nullable Subscription subscription;

  ContextSubscriber(CoreSubscriber<? super T> subscriber, Context context) {
    this.subscriber = subscriber;
    this.context = context;
  }

  @Override
  public reactor.util.context.Context currentContext() {
    return subscriber.currentContext();
  }

  @Override
  public void onSubscribe(Subscription upstream) {
    subscription = upstream;
    try (Scope ignored = context.makeCurrent()) {
      subscriber.onSubscribe(this);
    }
  }

  @Override
  public void onNext(T item) {
    try (Scope ignored = context.makeCurrent()) {
      subscriber.onNext(item);
    }
  }

  @Override
  public void onError(Throwable thrown) {
    try (Scope ignored = context.makeCurrent()) {
      subscriber.onError(thrown);
    }
  }

  @Override
  public void onComplete() {
    try (Scope ignored = context.makeCurrent()) {
      subscriber.onComplete();
    }
  }

  @Override
  public void request(long count) {
    Subscription upstream = subscription;
    if (upstream != null) {
      try (Scope ignored = context.makeCurrent()) {
        upstream.request(count);
      }
    }
  }

  @Override
  public void cancel() {
    Subscription upstream = subscription;
    if (upstream != null) {
      try (Scope ignored = context.makeCurrent()) {
        upstream.cancel();
      }
    }
  }

  @Override
  public int requestFusion(int requestedMode) {
    return Fuseable.NONE;
  }

  @Override
  public @Nullable T poll() {
    return null;
  }

  @Override
  public int size() {
    return 0;
  }

  @Override
  public boolean isEmpty() {
    return true;
  }

  @Override
  public void clear() {}

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
