package io.spanloom.internal.call;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.spanloom.internal.capture.AttributeSlot;
import io.spanloom.internal.content.ContentPolicy;
import io.spanloom.internal.convention.SpanProperty;
import io.spanloom.internal.convention.WellKnown;
import io.spanloom.internal.metric.Failures;
import org.jspecify.annotations.Nullable;

/** What a program tells of a span that is open; never throws. */
public final class SpanFacts {

  private static final AttributeKey<String> DECISION = stringKey("spanloom.decision.name");
  private static final AttributeKey<String> CHOSEN = stringKey("spanloom.decision.chosen");
  private static final AttributeKey<Double> CONFIDENCE = doubleKey("spanloom.decision.confidence");
  private static final AttributeKey<String> REASON = stringKey("spanloom.decision.reason");

  private SpanFacts() {}

  /** Sets an attribute; where its key has a meaning for the span's role, it is recorded as such. */
  public static <T> void set(Span span, AttributeKey<T> key, T value) {
    try {
      SpanProperty fact = WellKnown.fact(key.getKey());
      set(fact == null ? null : CallStack.current().find(span), fact, span, key, value);
    } catch (Throwable failure) {
      Failures.outsideCalls("attributes told", failure);
    }
  }

  /** Sets an attribute of a call that may be on no thread's stack. */
  public static <T> void set(Call call, AttributeKey<T> key, T value) {
    try {
      set(call, WellKnown.fact(key.getKey()), call.span(), key, value);
    } catch (Throwable failure) {
      Failures.outsideCalls("attributes told", failure);
    }
  }

  private static <T> void set(
      @Nullable Call call, @Nullable SpanProperty fact, Span span, AttributeKey<T> key, T value) {
    if (call == null || !KnownAttributes.take(call, fact, value)) {
      put(span, key, value);
    }
  }

  /** Something that happened, with its attributes as far as the capture policy allows them. */
  public static void event(Span span, String name, Attributes attributes) {
    try {
      AttributesBuilder allowed = Attributes.builder();
      attributes.forEach((key, value) -> put(allowed, key, value));
      span.addEvent(name, allowed.build());
    } catch (Throwable failure) {
      Failures.outsideCalls("events", failure);
    }
  }

  /** A decision; what was chosen is free text, and the reason is content that may quote any. */
  public static void decision(
      Span span,
      @Nullable String name,
      @Nullable String chosen,
      double confidence,
      @Nullable String reason) {
    try {
      Tracing tracing = Tracing.currentOrNull();
      if (tracing == null) {
        return;
      }
      ContentPolicy content = tracing.content();
      AttributesBuilder attributes = Attributes.builder().put(DECISION, name);
      if (content.settings().freeText()) {
        attributes.put(CHOSEN, content.text(chosen));
      }
      if (!Double.isNaN(confidence)) {
        attributes.put(CONFIDENCE, confidence);
      }
      if (content.allowed()) {
        attributes.put(REASON, reason(content, reason));
      }
      span.addEvent("spanloom.decision", attributes.build());
    } catch (Throwable failure) {
      Failures.outsideCalls("decisions", failure);
    }
  }

  private static @Nullable String reason(ContentPolicy content, @Nullable String reason) {
    return reason != null && content.settings().hidesTexts()
        ? ContentPolicy.MASK
        : content.text(reason);
  }

  /** An attribute, as far as the capture policy allows it. */
  public static void put(Span span, AttributeKey<?> key, Object value) {
    AttributesBuilder allowed = Attributes.builder();
    put(allowed, key, value);
    span.setAllAttributes(allowed.build());
  }

  @SuppressWarnings("unchecked") // a key and its value, taken from one set of attributes
  private static void put(AttributesBuilder out, AttributeKey<?> key, Object value) {
    Tracing tracing = Tracing.currentOrNull();
    if (tracing == null) {
      return;
    }
    Object recorded = AttributeSlot.of(key).shown(value, tracing.content());
    if (recorded != null) {
      out.put((AttributeKey<Object>) key, recorded);
    }
  }
}
