package io.spanloom.internal.convention;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key under which a convention records a property.
 *
 * @param roles the spans it stands on
 * @param translation how the convention puts the property in its own words
 * @param fallback what a required key says when the property is missing
 */
public record AttributeMapping(
    SpanProperty property,
    AttributeKey<?> key,
    Set<SpanRole> roles,
    Translation translation,
    @Nullable Object fallback) {

  public AttributeMapping {
    roles = Set.copyOf(roles);
  }

  /** Records the property; whether there was anything to record. */
  @SuppressWarnings("unchecked") // the value is converted to the key's type
  public boolean put(@Nullable Object value, AttributeSink out) {
    Object translated = value == null ? fallback : translation.of(value);
    Object typed = translated == null ? null : typed(translated);
    if (typed != null) {
      out.put((AttributeKey<Object>) key, typed);
    }
    return typed != null;
  }

  /** Conventions differ in the types of some keys; a value that does not fit is left out. */
  private @Nullable Object typed(Object value) {
    return switch (key.getType()) {
      case STRING -> value instanceof String ? value : null;
      case LONG -> value instanceof Number number ? whole(number) : null;
      case DOUBLE -> value instanceof Number number ? decimal(number) : null;
      case BOOLEAN -> value instanceof Boolean ? value : null;
      case STRING_ARRAY -> value instanceof String text ? List.of(text) : list(value);
      default -> value;
    };
  }

  private static @Nullable Object whole(Number number) {
    if (number instanceof Long) {
      return number;
    }
    return number.doubleValue() == number.longValue() ? (Object) number.longValue() : null;
  }

  private static Object decimal(Number number) {
    return number instanceof Double ? number : (Object) number.doubleValue();
  }

  private static @Nullable Object list(Object value) {
    return value instanceof List<?> list && !list.isEmpty() ? list : null;
  }
}
