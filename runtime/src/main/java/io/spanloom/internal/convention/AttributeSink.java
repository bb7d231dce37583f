package io.spanloom.internal.convention;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/** Where attributes are written. */
public interface AttributeSink {

  /** Puts an attribute; {@code null} means there is none. */
  <T> void put(AttributeKey<T> key, @Nullable T value);

  /** Writes into attributes that are being built. */
  static AttributeSink into(AttributesBuilder attributes) {
    return new AttributeSink() {
      @Override
      public <T> void put(AttributeKey<T> key, @Nullable T value) {
        if (value != null) {
          attributes.put(key, value);
        }
      }
    };
  }

  /** Writes into an event that is being built. */
  static AttributeSink into(LogRecordBuilder event) {
    return new AttributeSink() {
      @Override
      public <T> void put(AttributeKey<T> key, @Nullable T value) {
        if (value != null) {
          event.setAttribute(key, value);
        }
      }
    };
  }

  /** Writes on a span that has started. */
  static AttributeSink onto(Span span) {
    return new AttributeSink() {
      @Override
      public <T> void put(AttributeKey<T> key, @Nullable T value) {
        if (value != null) {
          span.setAttribute(key, value);
        }
      }
    };
  }
}
