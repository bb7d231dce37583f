package io.spanloom.internal.call;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.spanloom.internal.convention.AttributeSink;
import org.jspecify.annotations.Nullable;

/** Puts attributes where they belong at the moment: on the builder, then on the started span. */
public final class SpanWriter implements AttributeSink {

  private @Nullable SpanBuilder builder;
  private @Nullable Span span;
  private boolean recording;

  public void reset() {
    builder = null;
    span = null;
    recording = false;
  }

  void building(SpanBuilder spanBuilder) {
    builder = spanBuilder;
  }

  public void started(Span startedSpan) {
    builder = null;
    span = startedSpan;
    recording = startedSpan.isRecording();
  }

  /** Whether there is a builder, or a span, to write on. */
  boolean isOpen() {
    return builder != null || span != null;
  }

  /** The builder of the span that is about to start, or {@code null} if there is none. */
  @Nullable SpanBuilder builder() {
    return builder;
  }

  public Span span() {
    return span == null ? Span.getInvalid() : span;
  }

  /** Whether the span was recorded when it started: to ask it again would take its lock. */
  public boolean isRecording() {
    return recording;
  }

  @Override
  public <T> void put(AttributeKey<T> key, @Nullable T value) {
    if (value == null) {
      return;
    }
    if (builder != null) {
      builder.setAttribute(key, value);
    } else if (span != null) {
      span.setAttribute(key, value);
    }
  }
}
