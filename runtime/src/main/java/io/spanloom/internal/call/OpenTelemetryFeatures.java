package io.spanloom.internal.call;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.context.Context;

/**
 * What the program's OpenTelemetry offers beyond 1.40, the oldest that Spanloom runs with.
 *
 * <p>Spanloom is compiled against the newest one. Code below one of these conditions may use it.
 */
final class OpenTelemetryFeatures {

  /** {@link GlobalOpenTelemetry#isSet()}, since 1.57. */
  static final boolean GLOBAL_IS_SET = has(GlobalOpenTelemetry.class, "isSet");

  /** {@link LogRecordBuilder#setEventName}, since 1.50. */
  static final boolean EVENT_NAMES = has(LogRecordBuilder.class, "setEventName", String.class);

  /** {@link AttributeKey#valueKey}, since 1.59. */
  static final boolean VALUE_ATTRIBUTES = has(AttributeKey.class, "valueKey", String.class);

  /** {@link Logger#isEnabled(Severity, Context)}, since 1.61. */
  static final boolean LOGGER_ENABLED =
      has(Logger.class, "isEnabled", Severity.class, Context.class);

  private OpenTelemetryFeatures() {}

  private static boolean has(Class<?> type, String method, Class<?>... parameters) {
    try {
      type.getMethod(method, parameters);
      return true;
    } catch (NoSuchMethodException older) {
      return false;
    }
  }
}
