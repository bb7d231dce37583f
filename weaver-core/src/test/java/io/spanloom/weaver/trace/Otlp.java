package io.spanloom.weaver.trace;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Spans in OTLP's JSON encoding, built by hand where a test needs a certain shape. */
public final class Otlp {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long MILLI = 1_000_000;

  /** When the traces of tests start, in nanoseconds since the epoch. */
  public static final long START = 1_790_000_000_000_000_000L;

  private final ObjectNode span = JSON.createObjectNode();

  private Otlp(String trace, String id) {
    span.put("traceId", trace).put("spanId", id).put("name", id).put("kind", 1);
    during(0, 1);
  }

  /** A span of this trace; both identifiers are filled up to their length. */
  public static Otlp span(String trace, String id) {
    return new Otlp(hex(trace, 32), hex(id, 16)).name(id);
  }

  /** Hexadecimal of a given length that ends in these characters' codes. */
  public static String hex(String text, int length) {
    StringBuilder hex = new StringBuilder();
    text.chars().forEach(character -> hex.append("%02x".formatted(character)));
    return "a".repeat(length - hex.length()) + hex;
  }

  public Otlp name(String name) {
    span.put("name", name);
    return this;
  }

  public Otlp below(String parent) {
    span.put("parentSpanId", hex(parent, 16));
    return this;
  }

  /** From and to, in milliseconds after {@link #START}. */
  public Otlp during(long from, long to) {
    span.put("startTimeUnixNano", Long.toString(START + from * MILLI));
    span.put("endTimeUnixNano", Long.toString(START + to * MILLI));
    return this;
  }

  public Otlp with(String key, Object value) {
    ArrayNode attributes = span.withArrayProperty("attributes");
    ObjectNode any = attributes.addObject().put("key", key).putObject("value");
    if (value instanceof Long || value instanceof Integer) {
      any.put("intValue", value.toString());
    } else if (value instanceof Double number) {
      any.put("doubleValue", number);
    } else if (value instanceof Boolean bool) {
      any.put("boolValue", bool);
    } else {
      any.put("stringValue", value.toString());
    }
    return this;
  }

  public Otlp with(Map<String, Object> attributes) {
    attributes.forEach(this::with);
    return this;
  }

  public Otlp linkedTo(String trace, String id) {
    span.withArrayProperty("links")
        .addObject()
        .put("traceId", hex(trace, 32))
        .put("spanId", hex(id, 16));
    return this;
  }

  public Otlp event(String name, Map<String, String> attributes) {
    ObjectNode event =
        span.withArrayProperty("events")
            .addObject()
            .put("name", name)
            .put("timeUnixNano", span.path("startTimeUnixNano").asText());
    attributes.forEach(
        (key, value) ->
            event
                .withArrayProperty("attributes")
                .addObject()
                .put("key", key)
                .putObject("value")
                .put("stringValue", value));
    return this;
  }

  public Otlp failed(String message) {
    span.putObject("status").put("code", 2).put("message", message);
    return this;
  }

  /** One export request with these spans: a line of a file. */
  public static String line(Otlp... spans) {
    ObjectNode request = JSON.createObjectNode();
    request.putArray("resourceSpans").add(resourceSpans(spans));
    return request.toString();
  }

  /** The same without the wrapper, as the exporter to a logger writes it. */
  public static String resourceLine(Otlp... spans) {
    return resourceSpans(spans).toString();
  }

  private static ObjectNode resourceSpans(Otlp... spans) {
    ObjectNode resourceSpans = JSON.createObjectNode();
    resourceSpans
        .putObject("resource")
        .putArray("attributes")
        .addObject()
        .put("key", "service.name")
        .putObject("value")
        .put("stringValue", "service");
    ObjectNode scope = resourceSpans.putArray("scopeSpans").addObject();
    scope.putObject("scope").put("name", "scope").put("version", "1");
    ArrayNode all = scope.putArray("spans");
    for (Otlp each : spans) {
      all.add(each.span);
    }
    return resourceSpans;
  }
}
