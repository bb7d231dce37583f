package io.spanloom.advice;

import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.convention.Fact;
import io.spanloom.convention.WellKnown;
import org.jspecify.annotations.Nullable;

/**
 * One {@code @Attribute} of a woven method: its key, and what the key says to Spanloom.
 *
 * @param <T> the type of the attribute's values
 */
public final class AttributeSlot<T> {

  private final AttributeKey<T> key;
  private final @Nullable Fact fact;
  private final boolean content;

  private AttributeSlot(AttributeKey<T> key) {
    this.key = key;
    this.fact = WellKnown.fact(key.getKey());
    this.content = WellKnown.isContent(key.getKey());
  }

  /** The slot of a key; made once for each woven attribute. */
  public static <T> AttributeSlot<T> of(AttributeKey<T> key) {
    return new AttributeSlot<>(key);
  }

  AttributeKey<T> key() {
    return key;
  }

  /** What the key says, or {@code null} if it is the user's own. */
  @Nullable Fact fact() {
    return fact;
  }

  /** Whether values are content. */
  boolean content() {
    return content;
  }
}
