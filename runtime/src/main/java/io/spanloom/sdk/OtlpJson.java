package io.spanloom.sdk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.common.ValueType;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A span in OTLP's JSON encoding, as the SDK's own exporters write it.
 *
 * <p>Theirs is internal and changes from release to release; this keeps to the SDK's public data
 * and to the protocol, which is stable.
 */
final class OtlpJson {

  private static final JsonFactory JSON = new JsonFactory();

  /** In OTLP, bits of a span's flags: that it is known whether the parent is remote, and it is. */
  private static final int HAS_IS_REMOTE = 0x100;

  private static final int IS_REMOTE = 0x200;

  private final JsonGenerator out;

  private OtlpJson(JsonGenerator out) {
    this.out = out;
  }

  /** An export request with this span alone, and a line feed. */
  static byte[] line(SpanData span) throws IOException {
    // By way of a text: half a surrogate pair, where a text was cut, becomes a question mark.
    StringWriter text = new StringWriter(1024);
    try (JsonGenerator out = JSON.createGenerator(text)) {
      new OtlpJson(out).request(span);
    }
    return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private void request(SpanData span) throws IOException {
    out.writeStartObject();
    out.writeArrayFieldStart("resourceSpans");
    out.writeStartObject();
    out.writeObjectFieldStart("resource");
    attributes(span.getResource().getAttributes());
    out.writeEndObject();
    out.writeArrayFieldStart("scopeSpans");
    scopeSpans(span);
    out.writeEndArray();
    text("schemaUrl", span.getResource().getSchemaUrl());
    out.writeEndObject();
    out.writeEndArray();
    out.writeEndObject();
  }

  private void scopeSpans(SpanData span) throws IOException {
    InstrumentationScopeInfo scope = span.getInstrumentationScopeInfo();
    out.writeStartObject();
    out.writeObjectFieldStart("scope");
    text("name", scope.getName());
    text("version", scope.getVersion());
    attributes(scope.getAttributes());
    out.writeEndObject();
    out.writeArrayFieldStart("spans");
    span(span);
    out.writeEndArray();
    text("schemaUrl", scope.getSchemaUrl());
    out.writeEndObject();
  }

  private void span(SpanData span) throws IOException {
    SpanContext context = span.getSpanContext();
    SpanContext parent = span.getParentSpanContext();
    out.writeStartObject();
    out.writeStringField("traceId", context.getTraceId());
    out.writeStringField("spanId", context.getSpanId());
    traceState(context);
    if (SpanId.isValid(parent.getSpanId())) {
      out.writeStringField("parentSpanId", parent.getSpanId());
    }
    text("name", span.getName());
    out.writeNumberField("kind", kind(span.getKind()));
    nanos("startTimeUnixNano", span.getStartEpochNanos());
    nanos("endTimeUnixNano", span.getEndEpochNanos());
    attributes(span.getAttributes());
    count("droppedAttributesCount", span.getTotalAttributeCount() - span.getAttributes().size());
    events(span);
    links(span);
    status(span);
    out.writeNumberField("flags", flags(context, parent));
    out.writeEndObject();
  }

  private void events(SpanData span) throws IOException {
    out.writeArrayFieldStart("events");
    for (EventData event : span.getEvents()) {
      event(event);
    }
    out.writeEndArray();
    count("droppedEventsCount", span.getTotalRecordedEvents() - span.getEvents().size());
  }

  private void event(EventData event) throws IOException {
    out.writeStartObject();
    nanos("timeUnixNano", event.getEpochNanos());
    text("name", event.getName());
    attributes(event.getAttributes());
    count("droppedAttributesCount", event.getDroppedAttributesCount());
    out.writeEndObject();
  }

  private void links(SpanData span) throws IOException {
    out.writeArrayFieldStart("links");
    for (LinkData link : span.getLinks()) {
      link(link);
    }
    out.writeEndArray();
    count("droppedLinksCount", span.getTotalRecordedLinks() - span.getLinks().size());
  }

  private void link(LinkData link) throws IOException {
    SpanContext linked = link.getSpanContext();
    out.writeStartObject();
    out.writeStringField("traceId", linked.getTraceId());
    out.writeStringField("spanId", linked.getSpanId());
    traceState(linked);
    attributes(link.getAttributes());
    count("droppedAttributesCount", link.getTotalAttributeCount() - link.getAttributes().size());
    out.writeNumberField("flags", flags(linked, linked));
    out.writeEndObject();
  }

  private void status(SpanData span) throws IOException {
    out.writeObjectFieldStart("status");
    text("message", span.getStatus().getDescription());
    count("code", code(span.getStatus().getStatusCode()));
    out.writeEndObject();
  }

  private static int kind(SpanKind kind) {
    return switch (kind) {
      case INTERNAL -> 1;
      case SERVER -> 2;
      case CLIENT -> 3;
      case PRODUCER -> 4;
      case CONSUMER -> 5;
    };
  }

  private static int code(StatusCode code) {
    return switch (code) {
      case UNSET -> 0;
      case OK -> 1;
      case ERROR -> 2;
    };
  }

  private static int flags(SpanContext context, SpanContext remoteOrNot) {
    return context.getTraceFlags().asByte()
        | HAS_IS_REMOTE
        | (remoteOrNot.isRemote() ? IS_REMOTE : 0);
  }

  private void traceState(SpanContext context) throws IOException {
    if (!context.getTraceState().isEmpty()) {
      StringBuilder state = new StringBuilder();
      context
          .getTraceState()
          .forEach(
              (key, value) ->
                  state
                      .append(state.length() == 0 ? "" : ",")
                      .append(key)
                      .append('=')
                      .append(value));
      out.writeStringField("traceState", state.toString());
    }
  }

  private void attributes(Attributes attributes) throws IOException {
    out.writeArrayFieldStart("attributes");
    List<Map.Entry<String, Object>> entries = new ArrayList<>(attributes.size());
    attributes.forEach((key, value) -> entries.add(Map.entry(key.getKey(), value)));
    for (Map.Entry<String, Object> entry : entries) {
      keyValue(entry.getKey(), entry.getValue());
    }
    out.writeEndArray();
  }

  private void keyValue(String key, Object value) throws IOException {
    out.writeStartObject();
    out.writeStringField("key", key);
    out.writeFieldName("value");
    value(value);
    out.writeEndObject();
  }

  private void value(Object value) throws IOException {
    out.writeStartObject();
    plainOrStructured(value);
    out.writeEndObject();
  }

  private void plainOrStructured(Object value) throws IOException {
    if (value instanceof String text) {
      out.writeStringField("stringValue", text);
    } else if (value instanceof Boolean bool) {
      out.writeBooleanField("boolValue", bool);
    } else if (value instanceof Long number) {
      out.writeStringField("intValue", number.toString());
    } else if (value instanceof Double number) {
      out.writeNumberField("doubleValue", number);
    } else if (value instanceof List<?> list) {
      values(list);
    } else if (value instanceof ByteBuffer bytes) {
      out.writeStringField("bytesValue", base64(bytes));
    } else {
      structured(value);
    }
  }

  /** Reached by structured values only, whose type came with OpenTelemetry 1.42. */
  private void structured(Object value) throws IOException {
    if (!(value instanceof Value<?> structured)) {
      return;
    }
    if (structured.getType() != ValueType.KEY_VALUE_LIST) {
      plainOrStructured(structured.getValue());
      return;
    }
    out.writeObjectFieldStart("kvlistValue");
    out.writeArrayFieldStart("values");
    for (Object entry : (List<?>) structured.getValue()) {
      KeyValue pair = (KeyValue) entry;
      keyValue(pair.getKey(), pair.getValue());
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void values(List<?> list) throws IOException {
    out.writeObjectFieldStart("arrayValue");
    out.writeArrayFieldStart("values");
    for (Object element : list) {
      value(element);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static String base64(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return Base64.getEncoder().encodeToString(copy);
  }

  private void nanos(String name, long nanos) throws IOException {
    out.writeStringField(name, Long.toString(nanos));
  }

  private void text(String name, @Nullable String text) throws IOException {
    if (text != null && !text.isEmpty()) {
      out.writeStringField(name, text);
    }
  }

  private void count(String name, int count) throws IOException {
    if (count != 0) {
      out.writeNumberField(name, count);
    }
  }
}
