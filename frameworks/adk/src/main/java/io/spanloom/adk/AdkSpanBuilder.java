package io.spanloom.adk;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Builds the span in place of one of ADK's, which sets nothing but the parent. */
final class AdkSpanBuilder implements SpanBuilder {

  private final AdkTracer tracer;
  private final SpanBuilder adks;
  private final String name;
  private @Nullable Context parent;

  AdkSpanBuilder(AdkTracer tracer, SpanBuilder adks, String name) {
    this.tracer = tracer;
    this.adks = adks;
    this.name = name;
  }

  @Override
  public SpanBuilder setParent(Context context) {
    parent = context;
    adks.setParent(context);
    return this;
  }

  @Override
  public SpanBuilder setNoParent() {
    parent = Context.root();
    adks.setNoParent();
    return this;
  }

  @Override
  public SpanBuilder addLink(SpanContext spanContext) {
    adks.addLink(spanContext);
    return this;
  }

  @Override
  public SpanBuilder addLink(SpanContext spanContext, Attributes attributes) {
    adks.addLink(spanContext, attributes);
    return this;
  }

  @Override
  public SpanBuilder setAttribute(String key, String value) {
    adks.setAttribute(key, value);
    return this;
  }

  @Override
  public SpanBuilder setAttribute(String key, long value) {
    adks.setAttribute(key, value);
    return this;
  }

  @Override
  public SpanBuilder setAttribute(String key, double value) {
    adks.setAttribute(key, value);
    return this;
  }

  @Override
  public SpanBuilder setAttribute(String key, boolean value) {
    adks.setAttribute(key, value);
    return this;
  }

  @Override
  public <T> SpanBuilder setAttribute(AttributeKey<T> key, T value) {
    adks.setAttribute(key, value);
    return this;
  }

  @Override
  public SpanBuilder setSpanKind(SpanKind spanKind) {
    adks.setSpanKind(spanKind);
    return this;
  }

  @Override
  public SpanBuilder setStartTimestamp(long startTimestamp, TimeUnit unit) {
    adks.setStartTimestamp(startTimestamp, unit);
    return this;
  }

  @Override
  public Span startSpan() {
    Span span = tracer.start(name, parent == null ? Context.current() : parent);
    return span == null ? adks.startSpan() : span;
  }
}
