package io.spanloom.adk;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What ADK takes for a span of its own. What it writes on it is left out: the plugin's callbacks
 * tell the same, and when it is needed.
 */
abstract class AdkSpan implements Span {

  private static final ContextKey<AdkSpan> KEY = ContextKey.named("spanloom-adk-span");

  private final Context parent;
  private final AdkContext context = new AdkContext(this);
  private volatile @Nullable Context started;
  private volatile boolean ended;

  AdkSpan(Context parent) {
    this.parent = parent;
  }

  /** The innermost of these spans in a context, or {@code null}. */
  static @Nullable AdkSpan in(Context context) {
    return context.get(KEY);
  }

  /** The context that ADK starts the span in. */
  final Context parent() {
    return parent;
  }

  /** What is started below the span runs in the context from now on. */
  final void started(Context inner) {
    started = withThis(inner);
  }

  final Context withThis(Context inner) {
    return inner.with(KEY, this);
  }

  final Context context() {
    return context;
  }

  final boolean isStarted() {
    return started != null;
  }

  final boolean isEnded() {
    return ended;
  }

  /** The context below the span at the moment. */
  Context inner() {
    if (ended) {
      return parent;
    }
    Context inner = started;
    return inner == null ? withThis(parent) : inner;
  }

  /** The context to make current where ADK would make the span's current, or {@code null}. */
  @Nullable Context inPlaceOfContext() {
    return null;
  }

  /** ADK has ended the span, which it does once. */
  abstract void onEnd();

  /** ADK has seen a failure. */
  void onFailure(Throwable failure) {}

  @Override
  @SuppressWarnings("MustBeClosedChecker") // the caller closes it
  public Scope makeCurrent() {
    return context.makeCurrent();
  }

  /** ADK stores a span in the context that it has started it in. */
  @Override
  public final Context storeInContext(Context ignored) {
    return context;
  }

  @Override
  public <T> Span setAttribute(AttributeKey<T> key, @Nullable T value) {
    return this;
  }

  @Override
  public final Span addEvent(String name, Attributes attributes) {
    return this;
  }

  @Override
  public final Span addEvent(String name, Attributes attributes, long timestamp, TimeUnit unit) {
    return this;
  }

  @Override
  public final Span setStatus(StatusCode statusCode, String description) {
    return this;
  }

  @Override
  public final Span recordException(Throwable exception, Attributes additionalAttributes) {
    onFailure(exception);
    return this;
  }

  @Override
  public final Span updateName(String name) {
    return this;
  }

  @Override
  public final void end() {
    if (!ended) {
      try {
        onEnd();
      } finally {
        ended = true;
      }
    }
  }

  @Override
  public final void end(long timestamp, TimeUnit unit) {
    end();
  }

  @Override
  public final SpanContext getSpanContext() {
    return Span.fromContext(inner()).getSpanContext();
  }

  @Override
  public final boolean isRecording() {
    return !ended;
  }
}
