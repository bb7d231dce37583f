package io.spanloom.internal.convention;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a convention puts a property's value; the registry of attribute keys names these. */
enum Translation {
  /** As Spanloom does. */
  NONE,
  /** A span's role as OpenInference names it. */
  OPENINFERENCE_KIND,
  /** Whose models a provider offers, in OpenInference's words. */
  MODEL_FAMILY,
  /** The provider, in OpenInference's words. */
  MODEL_HOST,
  /** The first of several values. */
  FIRST,
  /** The provider, of which one had another name in version 1.36. */
  PROVIDER_OF_1_36,
  /** The number of choices, which the conventions record only if it is not 1. */
  UNLESS_ONE,
  /** A flag that is recorded only if it is set. */
  IF_TRUE;

  /** The value as the convention puts it, or {@code null} if it has no word for it. */
  @Nullable Object of(Object value) {
    return switch (this) {
      case NONE -> value;
      case OPENINFERENCE_KIND -> value instanceof SpanRole role ? role.openInferenceKind() : null;
      case MODEL_FAMILY -> ModelHosts.system(value);
      case MODEL_HOST -> ModelHosts.provider(value);
      case FIRST -> value instanceof List<?> list && !list.isEmpty() ? list.get(0) : null;
      case PROVIDER_OF_1_36 -> value.equals("x_ai") ? "xai" : value;
      case UNLESS_ONE -> value instanceof Number n && n.longValue() == 1 ? null : value;
      case IF_TRUE -> Boolean.TRUE.equals(value) ? value : null;
    };
  }
}
