package io.spanloom.internal.session;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.context.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Session values in OpenTelemetry's baggage, which travels to other processes: only those whose
 * keys the user opted in to.
 */
final class SessionBaggage {

  private final List<String> keys;

  SessionBaggage(List<String> keys) {
    this.keys = keys;
  }

  /** The context with the values in its baggage. */
  Context write(Context context, SessionValues session) {
    if (keys.isEmpty()) {
      return context;
    }
    BaggageBuilder baggage = Baggage.fromContext(context).toBuilder();
    for (String key : keys) {
      String value = session.value(key);
      if (value != null) {
        baggage.put(key, value);
      }
    }
    return context.with(baggage.build());
  }

  /** The context without any such values in its baggage. */
  Context remove(Context context) {
    Baggage baggage = Baggage.fromContext(context);
    if (keys.isEmpty() || baggage.isEmpty()) {
      return context;
    }
    BaggageBuilder others = baggage.toBuilder();
    keys.forEach(others::remove);
    return context.with(others.build());
  }

  /** The values in the context's baggage, or {@code null} if there are none. */
  @Nullable SessionValues read(Context context) {
    if (keys.isEmpty()) {
      return null;
    }
    Baggage baggage = Baggage.fromContext(context);
    Map<String, String> values = new HashMap<>();
    for (String key : keys) {
      String value = baggage.getEntryValue(key);
      if (value != null && !value.isEmpty()) {
        values.put(key, value);
      }
    }
    return values.isEmpty() ? null : SessionValues.of(values);
  }
}
