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
 * A span to tell more of: attributes, events, decisions.
 *
 * <p>May be used from any thread and at any time; what is told after the span's end, or when no
 * span is recorded, is ignored, and so is {@code null}. Nothing here throws.
 *
 * <p>Keys of {@link GenAi} and {@link io.spanloom.annotations.OpenInference} have their meaning:
 * content is recorded as far as the capture policy allows it, and what is told of a model call's
 * response within that call, on its thread, counts for cost and totals.
 */
public final class SpanHandle {

  private final Span span;

  SpanHandle(Span span) {
    this.span = span;
  }

  /** An attribute. */
  public <T> SpanHandle set(@Nullable AttributeKey<T> key, @Nullable T value) {
    if (key != null && value != null && span.getSpanContext().isValid()) {
      SpanFacts.set(span, key, value);
    }
    return this;
  }

  /** An attribute. */
  public SpanHandle set(@Nullable String key, @Nullable String value) {
    return key == null ? this : set(stringKey(key), value);
  }

  /** An attribute. */
  public SpanHandle set(@Nullable String key, long value) {
    return key == null ? this : set(longKey(key), Long.valueOf(value));
  }

  /** An attribute. */
  public SpanHandle set(@Nullable String key, double value) {
    return key == null ? this : set(doubleKey(key), Double.valueOf(value));
  }

  /** An attribute. */
  public SpanHandle set(@Nullable String key, boolean value) {
    return key == null ? this : set(booleanKey(key), Boolean.valueOf(value));
  }

  /**
   * The tokens a model call used, for clients that no adapter understands.
   *
   * @param input all input tokens, cached ones included
   * @param output all output tokens, those of reasoning included
   */
  public SpanHandle usage(long input, long output) {
    return set(GenAi.USAGE_INPUT_TOKENS, input).set(GenAi.USAGE_OUTPUT_TOKENS, output);
  }

  /** Something that happened: a step of reasoning, a retry, a cache miss. */
  public SpanHandle event(@Nullable String name) {
    return event(name, Attributes.empty());
  }

  /** Something that happened, with attributes. */
  public SpanHandle event(@Nullable String name, @Nullable Attributes attributes) {
    if (name != null && span.isRecording()) {
      SpanFacts.event(span, name, attributes == null ? Attributes.empty() : attributes);
    }
    return this;
  }

  /**
   * A decision: which way the agent went, how sure it was, and why.
   *
   * <p>Recorded as the event {@code spanloom.decision} with the attributes {@code
   * spanloom.decision.name}, {@code .chosen}, {@code .confidence} and {@code .reason}. The reason
   * is content: without content capture it is left out. What was chosen is redacted as content is,
   * and always recorded.
   *
   * @param name what was decided on
   * @param chosen the alternative that was chosen
   * @param confidence how sure, from 0 to 1; {@link Double#NaN} if that is not known
   * @param reason why, in words
   */
  public SpanHandle decision(
      @Nullable String name, @Nullable String chosen, double confidence, @Nullable String reason) {
    if (span.isRecording()) {
      SpanFacts.decision(span, name, chosen, confidence, reason);
    }
    return this;
  }

  /** The span's place in the trace; not valid if there is no span. */
  public SpanContext spanContext() {
    return span.getSpanContext();
  }
}
