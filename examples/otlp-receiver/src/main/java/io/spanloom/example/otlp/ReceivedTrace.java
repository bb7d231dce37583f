package io.spanloom.example.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The spans an OTLP receiver got, and questions about them. */
public record ReceivedTrace(List<Span> spans) {

  /** Copies the list. */
  public ReceivedTrace {
    spans = List.copyOf(spans);
  }

  /** What a receiver got, in the order in which the spans started. */
  public static ReceivedTrace of(OtlpReceiver receiver) {
    return new ReceivedTrace(
        receiver.spans().stream()
            .sorted(Comparator.comparingLong(Span::getStartTimeUnixNano))
            .toList());
  }

  /** The one span without a parent. */
  public Span root() {
    List<Span> roots = spans.stream().filter(it -> it.getParentSpanId().isEmpty()).toList();
    assertThat(roots).as("roots").hasSize(1);
    return roots.get(0);
  }

  /** The spans whose names start so. */
  public List<Span> named(String prefix) {
    return spans.stream().filter(it -> it.getName().startsWith(prefix)).toList();
  }

  /** The one span of that name. */
  public Span only(String name) {
    List<Span> named = spans.stream().filter(it -> it.getName().equals(name)).toList();
    assertThat(named).as(name).hasSize(1);
    return named.get(0);
  }

  /** The children of a span. */
  public List<Span> below(Span parent) {
    ByteString id = parent.getSpanId();
    return spans.stream().filter(it -> it.getParentSpanId().equals(id)).toList();
  }

  /** The parent of a span. */
  public Span parentOf(Span span) {
    ByteString id = span.getParentSpanId();
    return spans.stream().filter(it -> it.getSpanId().equals(id)).findFirst().orElseThrow();
  }

  /** A span's attributes. */
  public static Map<String, AnyValue> attributes(Span span) {
    return span.getAttributesList().stream()
        .collect(
            Collectors.toMap(
                KeyValue::getKey, KeyValue::getValue, (a, b) -> a, LinkedHashMap::new));
  }

  /** The value of an attribute that is there. */
  public static AnyValue attribute(Span span, String key) {
    AnyValue value = attributes(span).get(key);
    if (value == null) {
      throw new AssertionError(
          span.getName() + " has no " + key + ": " + attributes(span).keySet());
    }
    return value;
  }

  /** The value of an attribute that is a text. */
  public static String text(Span span, String key) {
    AnyValue value = attribute(span, key);
    assertThat(value.getValueCase()).as(key).isEqualTo(AnyValue.ValueCase.STRING_VALUE);
    return value.getStringValue();
  }

  /** The value of an attribute that is a whole number. */
  public static long integer(Span span, String key) {
    AnyValue value = attribute(span, key);
    assertThat(value.getValueCase()).as(key).isEqualTo(AnyValue.ValueCase.INT_VALUE);
    return value.getIntValue();
  }

  /** The value of an attribute that is a decimal number. */
  public static double decimal(Span span, String key) {
    AnyValue value = attribute(span, key);
    assertThat(value.getValueCase()).as(key).isEqualTo(AnyValue.ValueCase.DOUBLE_VALUE);
    return value.getDoubleValue();
  }
}
