package io.spanloom;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an event says, however the OpenTelemetry of this run has it: a name of its own came with
 * 1.50, structured attributes with 1.59.
 */
public final class RecordedEvent {

  private static final AttributeKey<String> NAME = AttributeKey.stringKey("event.name");
  private static final boolean HAS_NAME = has(LogRecordData.class, "getEventName");
  private static final boolean HAS_VALUES = has(AttributeKey.class, "valueKey");

  private RecordedEvent() {}

  public static String name(LogRecordData event) {
    return HAS_NAME ? event.getEventName() : event.getAttributes().get(NAME);
  }

  /** All attributes but the name. */
  public static Map<String, Object> attributes(LogRecordData event) {
    Map<String, Object> attributes = new TreeMap<>();
    event.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), value));
    if (!HAS_NAME) {
      attributes.remove(NAME.getKey());
    }
    return attributes;
  }

  /** A structured attribute as JSON; fails if it is a text and need not be. */
  public static String json(LogRecordData event, String key) {
    Object value = attributes(event).get(key);
    return HAS_VALUES ? ((Value<?>) value).asString() : (String) value;
  }

  /** Whether attributes may have structured values. */
  public static boolean hasValues() {
    return HAS_VALUES;
  }

  private static boolean has(Class<?> type, String method) {
    return Arrays.stream(type.getMethods()).anyMatch(each -> each.getName().equals(method));
  }
}
