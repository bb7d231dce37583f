package io.spanloom.advice;

import io.opentelemetry.api.common.AttributeKey;

/**
 * One {@code @Attribute} of a woven method: its key, and what the key means to Spanloom.
 *
 * @param <T> the type of the attribute's values
 */
public final class AttributeSlot<T> {

  private final AttributeKey<T> key;
  private final Meaning meaning;

  private AttributeSlot(AttributeKey<T> key) {
    this.key = key;
    this.meaning = Meaning.of(key.getKey());
  }

  /** The slot of a key; made once for each woven attribute. */
  public static <T> AttributeSlot<T> of(AttributeKey<T> key) {
    return new AttributeSlot<>(key);
  }

  AttributeKey<T> key() {
    return key;
  }

  Meaning meaning() {
    return meaning;
  }
}
