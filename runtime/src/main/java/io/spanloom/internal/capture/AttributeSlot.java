package io.spanloom.internal.capture;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.spanloom.internal.content.ContentPart;
import io.spanloom.internal.content.ContentPolicy;
import io.spanloom.internal.convention.SpanProperty;
import io.spanloom.internal.convention.WellKnown;
import org.jspecify.annotations.Nullable;

/**
 * One {@code @Attribute} of a woven method: its key, and what the key says to Spanloom.
 *
 * @param <T> the type of the attribute's values
 */
public final class AttributeSlot<T> {

  private final AttributeKey<T> key;
  private final @Nullable SpanProperty fact;
  private final @Nullable ContentPart part;

  private AttributeSlot(AttributeKey<T> key) {
    this.key = key;
    this.fact = WellKnown.fact(key.getKey());
    this.part = WellKnown.content(key.getKey());
  }

  /** The slot of a key; made once for each woven attribute. */
  public static <T> AttributeSlot<T> of(AttributeKey<T> key) {
    return new AttributeSlot<>(key);
  }

  public AttributeKey<T> key() {
    return key;
  }

  /** What the key says, or {@code null} if it is the user's own. */
  public @Nullable SpanProperty fact() {
    return fact;
  }

  /** The value as the place may hold it, or {@code null} if it may not. */
  public @Nullable Object shown(Object value, ContentPolicy content) {
    if (part == null) {
      return content.settings().freeText() || fact != null || !isText() ? value : null;
    }
    if (!content.allowed()) {
      return null;
    }
    return value instanceof String text ? content.text(part, text) : content.shown(part, value);
  }

  private boolean isText() {
    return key.getType() == AttributeType.STRING || key.getType() == AttributeType.STRING_ARRAY;
  }

  /** What part of content the attribute is, or {@code null} if it is not content. */
  @Nullable ContentPart part() {
    return part;
  }
}
