package io.spanloom.weaver.trace;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A span as it was recorded.
 *
 * @param traceId in hexadecimal
 * @param spanId in hexadecimal
 * @param parentId in hexadecimal; null for a root
 * @param kind OpenTelemetry's kind, such as {@code CLIENT}
 * @param start nanoseconds since the epoch
 * @param end nanoseconds since the epoch, never before the start
 * @param attributes texts, booleans, longs, doubles, and lists and maps of these
 * @param failed whether the status is an error
 * @param resource attributes of what emitted the span
 * @param scope name and version of the instrumentation
 */
public record Span(
    String traceId,
    String spanId,
    @Nullable String parentId,
    String name,
    String kind,
    long start,
    long end,
    Map<String, Object> attributes,
    List<Event> events,
    List<Link> links,
    boolean failed,
    String statusMessage,
    Map<String, Object> resource,
    String scope) {

  /** Something that happened at a moment of the span. */
  public record Event(String name, long time, Map<String, Object> attributes) {}

  /** Another span that this one refers to. */
  public record Link(String traceId, String spanId, Map<String, Object> attributes) {}

  long duration() {
    return end - start;
  }

  /** The first of these attributes that is a text which says something. */
  public @Nullable String text(String... keys) {
    for (String key : keys) {
      if (attributes.get(key) instanceof String text && !text.isBlank()) {
        return text;
      }
    }
    return null;
  }

  /** The first of these attributes that is a number. */
  @Nullable Number number(String... keys) {
    for (String key : keys) {
      if (attributes.get(key) instanceof Number number) {
        return number;
      }
    }
    return null;
  }
}
