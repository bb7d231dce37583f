package io.spanloom.adk;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A span that is ADK's own again if it turns out that the runner does not have the plugin: ADK
 * starts it before its first callback.
 */
abstract class RelayedSpan extends AdkSpan {

  private final Tracer adks;
  private final String name;
  private final Instant startTime = Instant.now();
  private final List<Consumer<Span>> written = new ArrayList<>();
  private @Nullable Span own;

  RelayedSpan(Tracer adks, String name, Context parent) {
    super(parent);
    this.adks = adks;
    this.name = name;
  }

  /** Whether ADK has the span itself. */
  final synchronized boolean isOwn() {
    return own != null;
  }

  /** ADK gets its own span, as if it had started it itself. */
  final synchronized void becomeOwn() {
    if (own != null) {
      return;
    }
    if (AdkSpan.in(parent()) instanceof RelayedSpan above && !above.isStarted()) {
      above.becomeOwn();
    }
    SpanBuilder builder = adks.spanBuilder(name).setParent(parent()).setStartTimestamp(startTime);
    Span span = builder.startSpan();
    written.forEach(write -> write.accept(span));
    written.clear();
    own = span;
    started(parent().with(span));
  }

  @Override
  public final synchronized <T> Span setAttribute(AttributeKey<T> key, @Nullable T value) {
    if (value != null) {
      write(span -> span.setAttribute(key, value));
    }
    return this;
  }

  @Override
  synchronized void onFailure(Throwable failure) {
    write(span -> span.recordException(failure));
  }

  private void write(Consumer<Span> attribute) {
    if (own != null) {
      attribute.accept(own);
    } else if (!isStarted()) {
      written.add(attribute);
    }
  }

  @Override
  synchronized void onEnd() {
    if (own != null) {
      own.end();
    }
  }
}
