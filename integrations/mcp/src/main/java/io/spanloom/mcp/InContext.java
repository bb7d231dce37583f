package io.spanloom.mcp;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/** Subscribes to a {@code Mono} in an OpenTelemetry context. */
@SuppressWarnings("try") // a scope is only there to be closed
final class InContext<T> extends Mono<T> {

  private final Mono<T> source;
  private final Context context;

  InContext(Mono<T> source, Context context) {
    this.source = source;
    this.context = context;
  }

  @Override
  public void subscribe(CoreSubscriber<? super T> subscriber) {
    try (Scope scope = context.makeCurrent()) {
      source.subscribe(subscriber);
    }
  }
}
