package io.spanloom;

import io.opentelemetry.api.trace.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;

/** A publisher that the test turns by hand, and that writes down what it is asked for. */
final class Tap<T> implements Flow.Publisher<T> {

  final List<String> asked = new ArrayList<>();

  /** The names of the spans that were current when something was asked for. */
  final List<String> spanIds = new ArrayList<>();

  int subscriptions;
  private Flow.Subscriber<? super T> subscriber;
  private final List<T> onRequest;

  /** Each item is published when it is asked for, then the end. */
  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  Tap(T... onRequest) {
    this.onRequest = new ArrayList<>(List.of(onRequest));
  }

  @Override
  public void subscribe(Flow.Subscriber<? super T> newSubscriber) {
    subscriptions++;
    subscriber = newSubscriber;
    subscriber.onSubscribe(
        new Flow.Subscription() {
          @Override
          public void request(long count) {
            spanIds.add(Span.current().getSpanContext().getSpanId());
            asked.add("request " + count);
            for (long i = 0; i < count && !onRequest.isEmpty(); i++) {
              publish(onRequest.remove(0));
              if (onRequest.isEmpty()) {
                complete();
              }
            }
          }

          @Override
          public void cancel() {
            spanIds.add(Span.current().getSpanContext().getSpanId());
            asked.add("cancel");
          }
        });
  }

  void publish(T item) {
    subscriber.onNext(item);
  }

  void complete() {
    subscriber.onComplete();
  }

  void fail(Throwable thrown) {
    subscriber.onError(thrown);
  }
}
