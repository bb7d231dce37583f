package io.spanloom.weaver.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Spans from OTLP in its JSON encoding.
 *
 * <p>Lenient where writers differ: 64-bit numbers are texts or numbers, enums are numbers or names,
 * identifiers are hexadecimal or, from generic protobuf tools, Base64. What is unknown is skipped.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding">OTLP, JSON
 *     Protobuf encoding</a>
 */
final class OtlpSpans {

  private static final List<String> KINDS =
      List.of("UNSPECIFIED", "INTERNAL", "SERVER", "CLIENT", "PRODUCER", "CONSUMER");
  private static final String KIND_PREFIX = "SPAN_KIND_";
  private static final int STATUS_ERROR = 2;

  private OtlpSpans() {}

  /** The spans of one resource: its {@code scopeSpans}, by the present and the first name. */
  static void ofResource(JsonNode resourceSpans, List<Span> spans) {
    Map<String, Object> resource = attributes(resourceSpans.path("resource"));
    for (String member : List.of("scopeSpans", "instrumentationLibrarySpans")) {
      for (JsonNode scopeSpans : resourceSpans.path(member)) {
        String scope = scope(scopeSpans);
        for (JsonNode span : scopeSpans.path("spans")) {
          spans.add(span(span, resource, scope));
        }
      }
    }
  }

  private static String scope(JsonNode scopeSpans) {
    JsonNode scope = scopeSpans.path("scope");
    if (scope.isMissingNode()) {
      scope = scopeSpans.path("instrumentationLibrary");
    }
    return (scope.path("name").asText("") + " " + scope.path("version").asText("")).strip();
  }

  private static Span span(JsonNode span, Map<String, Object> resource, String scope) {
    long start = integer(span.path("startTimeUnixNano"));
    long end = integer(span.path("endTimeUnixNano"));
    JsonNode status = span.path("status");
    String parent = id(span.path("parentSpanId"));
    return new Span(
        id(span.path("traceId")),
        required(id(span.path("spanId")), "spanId"),
        isNothing(parent) ? null : parent,
        span.path("name").asText(""),
        kind(span.path("kind")),
        start,
        Math.max(start, end),
        attributes(span),
        events(span.path("events")),
        links(span.path("links")),
        isError(status.path("code")),
        status.path("message").asText(""),
        resource,
        scope);
  }

  private static String required(String value, String name) {
    if (isNothing(value)) {
      throw new IllegalArgumentException("a span without " + name);
    }
    return value;
  }

  private static boolean isNothing(String id) {
    return id.chars().allMatch(digit -> digit == '0');
  }

  /** Hexadecimal, or Base64, which has 12 or 24 characters where hexadecimal has 16 or 32. */
  private static String id(JsonNode node) {
    String id = node.asText("");
    if (id.length() == 12 || id.length() == 24) {
      return HexFormat.of().formatHex(Base64.getDecoder().decode(id));
    }
    return id.toLowerCase(Locale.ROOT);
  }

  private static String kind(JsonNode kind) {
    if (kind.isTextual()) {
      String name = kind.asText();
      return name.startsWith(KIND_PREFIX) ? name.substring(KIND_PREFIX.length()) : name;
    }
    int number = kind.asInt();
    return number >= 0 && number < KINDS.size() ? KINDS.get(number) : KINDS.get(0);
  }

  private static boolean isError(JsonNode code) {
    return code.isTextual()
        ? code.asText().endsWith("ERROR") || code.asText().equals("2")
        : code.asInt() == STATUS_ERROR;
  }

  private static List<Span.Event> events(JsonNode nodes) {
    List<Span.Event> events = new ArrayList<>(nodes.size());
    for (JsonNode node : nodes) {
      events.add(
          new Span.Event(
              node.path("name").asText(""), integer(node.path("timeUnixNano")), attributes(node)));
    }
    return events;
  }

  private static List<Span.Link> links(JsonNode nodes) {
    List<Span.Link> links = new ArrayList<>(nodes.size());
    for (JsonNode node : nodes) {
      links.add(new Span.Link(id(node.path("traceId")), id(node.path("spanId")), attributes(node)));
    }
    return links;
  }

  private static Map<String, Object> attributes(JsonNode owner) {
    return keyValues(owner.path("attributes"));
  }

  private static Map<String, Object> keyValues(JsonNode nodes) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (JsonNode node : nodes) {
      Object value = value(node.path("value"));
      if (value != null) {
        attributes.put(node.path("key").asText(""), value);
      }
    }
    return attributes;
  }

  private static @Nullable Object value(JsonNode any) {
    JsonNode field;
    if ((field = any.get("stringValue")) != null) {
      return field.asText();
    } else if ((field = any.get("intValue")) != null) {
      return integer(field);
    } else if ((field = any.get("doubleValue")) != null) {
      return field.isTextual() ? Double.valueOf(field.asText()) : (Double) field.asDouble();
    } else if ((field = any.get("boolValue")) != null) {
      return field.asBoolean();
    } else if ((field = any.get("arrayValue")) != null) {
      return values(field.path("values"));
    } else if ((field = any.get("kvlistValue")) != null) {
      return keyValues(field.path("values"));
    } else if ((field = any.get("bytesValue")) != null) {
      return field.asText();
    }
    return null;
  }

  private static List<Object> values(JsonNode nodes) {
    List<Object> values = new ArrayList<>(nodes.size());
    for (JsonNode node : nodes) {
      Object value = value(node);
      values.add(value == null ? "" : value);
    }
    return values;
  }

  private static long integer(JsonNode node) {
    return node.isTextual() ? Long.parseLong(node.asText().trim()) : node.asLong();
  }
}
