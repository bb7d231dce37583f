package io.spanloom.rxjava;

import io.reactivex.rxjava3.core.FlowableSubscriber;
import io.spanloom.reactivestreams.RelaySubscriber;
import io.spanloom.result.SignalRelay;
import org.reactivestreams.Subscriber;

/** A relay that RxJava takes for one of its own subscribers, which keep the rules. */
final class FlowableRelay<T> extends RelaySubscriber<T> implements FlowableSubscriber<T> {

  FlowableRelay(Subscriber<? super T> subscriber, SignalRelay relay) {
    super(subscriber, relay);
  }
}
