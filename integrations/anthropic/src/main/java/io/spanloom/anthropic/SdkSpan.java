package io.spanloom.anthropic;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spanloom.StartedSpan;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A span that the SDK starts and ends; ours, or none: then it changes no context. */
@SuppressWarnings("try") // a scope is only there to be closed
final class SdkSpan implements Span {

  static final Span UNRECORDED = new SdkSpan(null);

  private final @Nullable StartedSpan span;
  private volatile boolean failed;

  SdkSpan(@Nullable StartedSpan span) {
    this.span = span;
  }

  /** The SDK makes the span current for the tool's code. */
  @Override
  public Context storeInContext(Context context) {
    if (span == null) {
      return context;
    }
    try (Scope outer = context.makeCurrent();
        Scope inner = span.makeCurrent()) {
      return Context.current();
    }
  }

  @Override
  public Span setStatus(StatusCode status, String description) {
    failed |= status == StatusCode.ERROR;
    return this;
  }

  /** The SDK keeps the tool's exception to itself. */
  @Override
  public void end() {
    if (span == null) {
      return;
    }
    if (failed) {
      span.fail(new ToolError());
    } else {
      span.end();
    }
  }

  @Override
  public void end(long time, TimeUnit unit) {
    end();
  }

  /** The SDK has nothing to record that we do not record. */
  @Override
  public boolean isRecording() {
    return false;
  }

  @Override
  public SpanContext getSpanContext() {
    return SpanContext.getInvalid();
  }

  @Override
  public <T> Span setAttribute(AttributeKey<T> key, T value) {
    return this;
  }

  @Override
  public Span addEvent(String name, Attributes attributes) {
    return this;
  }

  @Override
  public Span addEvent(String name, Attributes attributes, long time, TimeUnit unit) {
    return this;
  }

  @Override
  public Span recordException(Throwable exception, Attributes attributes) {
    return this;
  }

  @Override
  public Span updateName(String name) {
    return this;
  }

  /** A tool that the SDK ran has failed. */
  static final class ToolError extends RuntimeException {
    private static final long serialVersionUID = 1;

    ToolError() {
      super(null, null, false, false);
    }
  }
}
