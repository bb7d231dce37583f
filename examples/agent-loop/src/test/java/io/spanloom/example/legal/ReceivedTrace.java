package io.spanloom.example.legal;

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
record ReceivedTrace(List<Span> spans) {

  static ReceivedTrace of(OtlpReceiver receiver) {
    return new ReceivedTrace(
        receiver.spans().stream()
            .sorted(Comparator.comparingLong(Span::getStartTimeUnixNano))
            .toList());
  }

  Span root() {
    List<Span> roots = spans.stream().filter(it -> it.getParentSpanId().isEmpty()).toList();
    assertThat(roots).as("roots").hasSize(1);
    return roots.get(0);
  }

  List<Span> named(String prefix) {
    return spans.stream().filter(it -> it.getName().startsWith(prefix)).toList();
  }

  Span only(String name) {
    List<Span> named = spans.stream().filter(it -> it.getName().equals(name)).toList();
    assertThat(named).as(name).hasSize(1);
    return named.get(0);
  }

  List<Span> below(Span parent) {
    ByteString id = parent.getSpanId();
    return spans.stream().filter(it -> it.getParentSpanId().equals(id)).toList();
  }

  Span parentOf(Span span) {
    ByteString id = span.getParentSpanId();
    return spans.stream().filter(it -> it.getSpanId().equals(id)).findFirst().orElseThrow();
  }

  static Map<String, AnyValue> attributes(Span span) {
    return span.getAttributesList().stream()
        .collect(
            Collectors.toMap(
                KeyValue::getKey, KeyValue::getValue, (a, b) -> a, LinkedHashMap::new));
  }

  static AnyValue attribute(Span span, String key) {
    assertThat(attributes(span)).as(span.getName()).containsKey(key);
    return attributes(span).get(key);
  }

  static String text(Span span, String key) {
    AnyValue value = attribute(span, key);
    assertThat(value.getValueCase()).as(key).isEqualTo(AnyValue.ValueCase.STRING_VALUE);
    return value.getStringValue();
  }

  static long integer(Span span, String key) {
    AnyValue value = attribute(span, key);
    assertThat(value.getValueCase()).as(key).isEqualTo(AnyValue.ValueCase.INT_VALUE);
    return value.getIntValue();
  }

  static double decimal(Span span, String key) {
    AnyValue value = attribute(span, key);
    assertThat(value.getValueCase()).as(key).isEqualTo(AnyValue.ValueCase.DOUBLE_VALUE);
    return value.getDoubleValue();
  }
}
