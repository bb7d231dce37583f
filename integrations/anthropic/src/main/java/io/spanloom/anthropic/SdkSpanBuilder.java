package io.spanloom.anthropic;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spanloom.Spans;
import io.spanloom.StartedSpan;
import io.spanloom.annotations.GenAi;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the SDK says of a span before it starts. */
@SuppressWarnings("try") // a scope is only there to be closed
final class SdkSpanBuilder implements SpanBuilder {

  private final Map<String, String> texts = new HashMap<>();
  private @Nullable Context parent;

  /** A tool's span, which is ours; or one that is not there. */
  @Override
  public Span startSpan() {
    String id = texts.get(GenAi.TOOL_CALL_ID);
    if (id == null) {
      return SdkSpan.UNRECORDED;
    }
    try (Scope scope = parent == null ? Scope.noop() : parent.makeCurrent()) {
      StartedSpan span =
          Spans.toolExecution(texts.get(GenAi.TOOL_NAME))
              .callId(id)
              .description(texts.get(GenAi.TOOL_DESCRIPTION))
              .start();
      return new SdkSpan(span);
    }
  }

  @Override
  public SpanBuilder setAttribute(String key, String value) {
    if (key != null && value != null) {
      texts.put(key, value);
    }
    return this;
  }

  @Override
  public <T> SpanBuilder setAttribute(AttributeKey<T> key, T value) {
    return value instanceof String text ? setAttribute(key.getKey(), text) : this;
  }

  @Override
  public SpanBuilder setParent(Context context) {
    parent = context;
    return this;
  }

  @Override
  public SpanBuilder setNoParent() {
    return this;
  }

  @Override
  public SpanBuilder addLink(SpanContext context) {
    return this;
  }

  @Override
  public SpanBuilder addLink(SpanContext context, Attributes attributes) {
    return this;
  }

  @Override
  public SpanBuilder setAttribute(String key, long value) {
    return this;
  }

  @Override
  public SpanBuilder setAttribute(String key, double value) {
    return this;
  }

  @Override
  public SpanBuilder setAttribute(String key, boolean value) {
    return this;
  }

  @Override
  public SpanBuilder setSpanKind(SpanKind kind) {
    return this;
  }

  @Override
  public SpanBuilder setStartTimestamp(long time, TimeUnit unit) {
    return this;
  }
}
