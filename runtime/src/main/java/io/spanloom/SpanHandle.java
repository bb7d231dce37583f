package io.spanloom;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.spanloom.annotations.GenAi;
import io.spanloom.internal.call.SpanFacts;
import org.jspecify.annotations.Nullable;

/**
 * A span that takes attributes, events and decisions.
 *
 * <p>You may use it from any thread and at any time. After the span's end, and where no span is
 * recorded, it ignores all calls; it ignores {@code null} always. Nothing here throws.
 *
 * <p>Keys of {@link GenAi} and {@link io.spanloom.annotations.OpenInference} have their meaning:
 * content is recorded as far as the capture policy allows it. What you set of a model call's
 * response counts for cost and totals if you set it within that call, on its thread, or on a {@link
 * StartedSpan} from anywhere. {@code error.type} says in the same way that the call failed,
 * although it throws nothing, or what it failed with instead of the exception's class.
 */
public sealed class SpanHandle permits StartedSpan {

  private final Span span;

  SpanHandle(Span span) {
    this.span = span;
  }

  /** Sets an attribute. */
  public final <T> SpanHandle setAttribute(@Nullable AttributeKey<T> key, @Nullable T value) {
    if (key != null && value != null && span.getSpanContext().isValid()) {
      write(key, value);
    }
    return this;
  }

  /** Writes an attribute on the span. */
  <T> void write(AttributeKey<T> key, T value) {
    SpanFacts.set(span, key, value);
  }

  /** Whether events still go on the span. */
  boolean takesEvents() {
    return span.isRecording();
  }

  /** Sets an attribute. */
  public final SpanHandle setAttribute(@Nullable String key, @Nullable String value) {
    return key == null ? this : setAttribute(stringKey(key), value);
  }

  /** Sets an attribute. */
  public final SpanHandle setAttribute(@Nullable String key, long value) {
    return key == null ? this : setAttribute(longKey(key), Long.valueOf(value));
  }

  /** Sets an attribute. */
  public final SpanHandle setAttribute(@Nullable String key, double value) {
    return key == null ? this : setAttribute(doubleKey(key), Double.valueOf(value));
  }

  /** Sets an attribute. */
  public final SpanHandle setAttribute(@Nullable String key, boolean value) {
    return key == null ? this : setAttribute(booleanKey(key), Boolean.valueOf(value));
  }

  /**
   * The tokens a model call used, for clients that no adapter understands.
   *
   * @param input all input tokens, cached ones included
   * @param output all output tokens, those of reasoning included
   */
  public final SpanHandle usage(long input, long output) {
    return setAttribute(GenAi.USAGE_INPUT_TOKENS, input)
        .setAttribute(GenAi.USAGE_OUTPUT_TOKENS, output);
  }

  /** Adds an event, something that happened: a step of reasoning, a retry, a cache miss. */
  public final SpanHandle addEvent(@Nullable String name) {
    return addEvent(name, Attributes.empty());
  }

  /** Adds an event with attributes. */
  public final SpanHandle addEvent(@Nullable String name, @Nullable Attributes attributes) {
    if (name != null && takesEvents()) {
      SpanFacts.event(span, name, attributes == null ? Attributes.empty() : attributes);
    }
    return this;
  }

  /**
   * A decision: which way the agent went, how sure it was, and why.
   *
   * <p>Recorded as the event {@code spanloom.decision} with the attributes {@code
   * spanloom.decision.name}, {@code .chosen}, {@code .confidence} and {@code .reason}. The reason
   * is content: without content capture it is left out, and it reads {@code __REDACTED__} if an
   * {@code OPENINFERENCE_HIDE_*} variable hides any text, since it may quote any. What was chosen
   * is redacted as content is, and recorded unless {@code spanloom.free-text} is {@code false}.
   *
   * @param name what was decided on
   * @param chosen the alternative that was chosen
   * @param confidence how sure, from 0 to 1; {@link Double#NaN} if that is not known
   * @param reason why, in words
   */
  public final SpanHandle decision(
      @Nullable String name, @Nullable String chosen, double confidence, @Nullable String reason) {
    if (takesEvents()) {
      SpanFacts.decision(span, name, chosen, confidence, reason);
    }
    return this;
  }

  /** The span's place in the trace; not valid if there is no span. */
  public final SpanContext spanContext() {
    return span.getSpanContext();
  }
}
