package io.spanloom.convention;

import io.opentelemetry.api.common.AttributeKey;
import org.jspecify.annotations.Nullable;

/** Takes attributes on their way to a span. */
public interface AttributeSink {

  /** Records an attribute; {@code null} means there is none. */
  <T> void put(AttributeKey<T> key, @Nullable T value);
}
