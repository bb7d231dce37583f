package io.spanloom.adoption;

import static java.util.Comparator.comparingLong;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.spanloom.example.otlp.ReceivedTrace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Spans as a text: a line for each, below its parent, in the order in which they started. A line
 * shows name, kind and the attributes that tie calls together.
 */
final class SpanTree {

  private static final Map<String, String> SHOWN = shown();

  private final List<Span> spans;
  private final Map<ByteString, String> names;
  private final StringBuilder text = new StringBuilder();

  private SpanTree(List<Span> spans) {
    this.spans = spans.stream().sorted(comparingLong(Span::getStartTimeUnixNano)).toList();
    this.names = spans.stream().collect(Collectors.toMap(Span::getSpanId, Span::getName));
  }

  static String of(List<Span> spans) {
    SpanTree tree = new SpanTree(spans);
    tree.spans.stream()
        .filter(span -> !tree.names.containsKey(span.getParentSpanId()))
        .forEach(root -> tree.append(root, ""));
    return tree.text.toString();
  }

  private static Map<String, String> shown() {
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("session.id", "session");
    shown.put("gen_ai.provider.name", "provider");
    shown.put("gen_ai.tool.call.id", "call");
    shown.put("gen_ai.usage.input_tokens", "in");
    shown.put("gen_ai.usage.output_tokens", "out");
    return shown;
  }

  private void append(Span span, String indent) {
    text.append(indent).append(line(span)).append('\n');
    spans.stream()
        .filter(child -> child.getParentSpanId().equals(span.getSpanId()))
        .forEach(child -> append(child, indent + "  "));
  }

  private String line(Span span) {
    List<String> parts = new ArrayList<>();
    parts.add(span.getName());
    parts.add(span.getKind().name().substring("SPAN_KIND_".length()));
    Map<String, AnyValue> attributes = ReceivedTrace.attributes(span);
    SHOWN.forEach(
        (key, label) -> {
          AnyValue value = attributes.get(key);
          if (value != null) {
            parts.add(label + "=" + text(value));
          }
        });
    span.getLinksList()
        .forEach(link -> parts.add("link=" + names.getOrDefault(link.getSpanId(), "elsewhere")));
    if (span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR) {
      parts.add("ERROR");
    }
    return String.join(" | ", parts);
  }

  private static String text(AnyValue value) {
    return value.hasIntValue() ? Long.toString(value.getIntValue()) : value.getStringValue();
  }
}
