package io.spanloom.weaver.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.spanloom.weaver.trace.Span;
import io.spanloom.weaver.trace.SpanRole;
import io.spanloom.weaver.trace.TimeByName;
import io.spanloom.weaver.trace.Trace;
import io.spanloom.weaver.trace.Usage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page's scripts read. Times are nanoseconds from the trace's start, which JavaScript's
 * numbers hold exactly; members that say nothing are left out.
 */
final class SpanJson {

  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long MAX_EXACT = 1L << 53;

  private SpanJson() {}

  static void summary(JsonGenerator out, Trace trace) throws IOException {
    Trace.Row first = trace.rows().get(0);
    out.writeStartObject();
    out.writeStringField("id", trace.id());
    out.writeStringField("name", first.span().name());
    out.writeStringField("role", name(first.role()));
    out.writeNumberField("start", trace.start() / NANOS_PER_MILLI);
    out.writeNumberField("duration", trace.end() - trace.start());
    out.writeNumberField("spans", trace.rows().size());
    out.writeNumberField("errors", trace.errors());
    text(out, "service", first.span().resource().get("service.name"));
    text(out, "session", first.span().text("session.id", "gen_ai.conversation.id"));
    usage(out, "usage", trace.usage());
    out.writeEndObject();
  }

  static void time(JsonGenerator out, TimeByName time) throws IOException {
    out.writeStartObject();
    out.writeStringField("name", time.name());
    out.writeStringField("role", name(time.role()));
    out.writeNumberField("calls", time.calls());
    out.writeNumberField("errors", time.errors());
    out.writeNumberField("total", time.total());
    out.writeNumberField("covered", time.covered());
    out.writeNumberField("longest", time.longest());
    out.writeEndObject();
  }

  static void row(JsonGenerator out, Trace.Row row, long start) throws IOException {
    Span span = row.span();
    out.writeStartObject();
    out.writeStringField("id", span.spanId());
    out.writeStringField("name", span.name());
    out.writeStringField("role", name(row.role()));
    out.writeNumberField("parent", row.parent());
    out.writeNumberField("start", span.start() - start);
    out.writeNumberField("duration", span.end() - span.start());
    flag(out, "error", span.failed());
    flag(out, "orphan", row.orphan());
    text(out, "subject", row.subject());
    text(out, "callId", row.toolCallId());
    if (row.requester() >= 0) {
      out.writeNumberField("requester", row.requester());
    }
    usage(out, "own", row.own());
    usage(out, "total", row.total());
    critical(out, row.critical(), start);
    out.writeEndObject();
  }

  private static void critical(JsonGenerator out, List<long[]> segments, long start)
      throws IOException {
    if (segments.isEmpty()) {
      return;
    }
    out.writeArrayFieldStart("critical");
    for (long[] segment : segments) {
      out.writeNumber(segment[0] - start);
      out.writeNumber(segment[1] - start);
    }
    out.writeEndArray();
  }

  static void details(
      JsonGenerator out, List<Trace.Row> rows, Map<Map<String, Object>, Integer> resources)
      throws IOException {
    out.writeStartArray();
    for (Trace.Row row : rows) {
      details(out, row.span(), resources);
    }
    out.writeEndArray();
  }

  private static void details(
      JsonGenerator out, Span span, Map<Map<String, Object>, Integer> resources)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("kind", span.kind());
    text(out, "parentId", span.parentId());
    text(out, "statusMessage", span.statusMessage());
    text(out, "scope", span.scope());
    out.writeNumberField("resource", resources.getOrDefault(span.resource(), 0));
    out.writeFieldName("attributes");
    value(out, span.attributes());
    events(out, span);
    links(out, span);
    out.writeEndObject();
  }

  private static void events(JsonGenerator out, Span span) throws IOException {
    out.writeArrayFieldStart("events");
    for (Span.Event event : span.events()) {
      out.writeStartObject();
      out.writeStringField("name", event.name());
      out.writeNumberField("after", event.time() - span.start());
      out.writeFieldName("attributes");
      value(out, event.attributes());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void links(JsonGenerator out, Span span) throws IOException {
    out.writeArrayFieldStart("links");
    for (Span.Link link : span.links()) {
      out.writeStartObject();
      out.writeStringField("traceId", link.traceId());
      out.writeStringField("spanId", link.spanId());
      out.writeFieldName("attributes");
      value(out, link.attributes());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void usage(JsonGenerator out, String member, Usage usage) throws IOException {
    if (usage.input() == null && usage.output() == null && usage.cost() == null) {
      return;
    }
    out.writeObjectFieldStart(member);
    if (usage.input() != null) {
      out.writeNumberField("input", usage.input());
    }
    if (usage.output() != null) {
      out.writeNumberField("output", usage.output());
    }
    if (usage.cached() != null) {
      out.writeNumberField("cached", usage.cached());
    }
    if (usage.cost() != null) {
      out.writeNumberField("cost", usage.cost());
    }
    out.writeEndObject();
  }

  /** A value of an attribute; numbers that JSON or JavaScript cannot hold become texts. */
  static void value(JsonGenerator out, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.writeFieldName(String.valueOf(entry.getKey()));
        value(out, entry.getValue());
      }
      out.writeEndObject();
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      for (Object element : list) {
        value(out, element);
      }
      out.writeEndArray();
    } else if (value instanceof Long number && Math.abs(number) < MAX_EXACT) {
      out.writeNumber(number);
    } else if (value instanceof Double number && Double.isFinite(number)) {
      out.writeNumber(number);
    } else if (value instanceof Boolean bool) {
      out.writeBoolean(bool);
    } else {
      out.writeString(String.valueOf(value));
    }
  }

  private static void text(JsonGenerator out, String member, @Nullable Object text)
      throws IOException {
    if (text != null && !text.toString().isEmpty()) {
      out.writeStringField(member, text.toString());
    }
  }

  private static void flag(JsonGenerator out, String member, boolean flag) throws IOException {
    if (flag) {
      out.writeBooleanField(member, true);
    }
  }

  private static String name(SpanRole role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
