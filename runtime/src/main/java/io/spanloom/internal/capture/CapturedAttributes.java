package io.spanloom.internal.capture;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.internal.content.ContentPolicy;
import io.spanloom.internal.convention.AttributeSink;
import io.spanloom.internal.convention.Conventions;
import io.spanloom.internal.convention.SpanProperty;
import io.spanloom.internal.convention.SpanRole;
import org.jspecify.annotations.Nullable;

/** The attributes of one call, in the order in which they came; reused from call to call. */
public final class CapturedAttributes {

  private final Captures captures;
  private final KeyedValues<AttributeSlot<?>> values = new KeyedValues<>();

  /** How many came before the start, and are written; none yet if negative. */
  private int writtenAtStart = -1;

  CapturedAttributes(Captures captures) {
    this.captures = captures;
  }

  void copyFrom(CapturedAttributes other) {
    values.addAll(other.values);
  }

  /** Another call begins. */
  void restart() {
    writtenAtStart = -1;
  }

  void clear() {
    values.clear();
  }

  /** Keeps an attribute until attributes are written. */
  public void add(AttributeSlot<?> slot, Object value) {
    captures.hasValue();
    values.add(slot, value);
  }

  /** The text that an attribute says a tool's arguments are, or {@code null}. */
  public @Nullable String toolArguments() {
    for (int i = 0; i < values.size(); i++) {
      if (values.key(i).fact() == SpanProperty.TOOL_ARGUMENTS
          && values.value(i) instanceof String json) {
        return json;
      }
    }
    return null;
  }

  /**
   * Writes the attributes, each under the conventions' own keys for what it says, else under the
   * key it came with.
   */
  public void writeAll(
      SpanRole role, Conventions conventions, ContentPolicy content, AttributeSink out) {
    for (int i = Math.max(0, writtenAtStart); i < values.size(); i++) {
      Object captured = values.value(i);
      if (captured != null) {
        write(values.key(i), captured, role, conventions, content, out);
      }
    }
  }

  /** Writes one attribute, likewise. */
  @SuppressWarnings("unchecked") // a slot and its value are of one type
  public void write(
      AttributeSlot<?> slot,
      Object captured,
      SpanRole role,
      Conventions conventions,
      ContentPolicy content,
      AttributeSink out) {
    Object value = slot.shown(captured, content);
    if (value == null) {
      return;
    }
    SpanProperty fact = slot.fact();
    if (fact != null && isRecordedAsUsage(fact, role, conventions)) {
      captures.addProperty(fact, value);
      return;
    }
    boolean written = fact != null && conventions.fact(role, fact, value, out);
    if (!written) {
      out.put((AttributeKey<Object>) slot.key(), value);
    }
    if (fact != null && (written || role == SpanRole.EVALUATION)) {
      captures.addProperty(fact, value);
    }
  }

  /** Usage is recorded in the end, when it is known whether its figures agree. */
  private static boolean isRecordedAsUsage(
      SpanProperty fact, SpanRole role, Conventions conventions) {
    return fact.isUsage()
        && (role == SpanRole.LLM || role == SpanRole.EMBEDDING)
        && conventions.has(role, fact);
  }

  /** Forgets recorded values, but for those recorded at the start, which may serve again. */
  public void written() {
    if (writtenAtStart < 0) {
      writtenAtStart = values.size();
    } else {
      values.truncate(writtenAtStart);
    }
  }
}
