package io.spanloom.weaver.trace;

import static io.spanloom.weaver.trace.Otlp.hex;
import static io.spanloom.weaver.trace.Otlp.line;
import static io.spanloom.weaver.trace.Otlp.resourceLine;
import static io.spanloom.weaver.trace.Otlp.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceReaderTest {

  /** Written by opentelemetry-exporter-logging-otlp 1.63.0, the newest there is. */
  @ParameterizedTest
  @ValueSource(strings = {"logging-otlp.log", "experimental-otlp-stdout.log"})
  void readsWhatTheSdksExportersWrite(String file) throws IOException {
    try (InputStream stream = TraceReaderTest.class.getResourceAsStream("/traces/" + file)) {
      TraceInput input = read(stream);

      assertThat(input.spans()).extracting(Span::name).containsExactly("child", "root");
      assertThat(input.broken()).isEmpty();
      Span root = input.spans().get(1);
      assertThat(root.attributes())
          .containsOnly(
              Map.entry("s", "v"),
              Map.entry("l", 5L),
              Map.entry("d", 1.5),
              Map.entry("b", true),
              Map.entry("arr", List.of("a", "b")));
      assertThat(root.kind()).isEqualTo("CLIENT");
      assertThat(root.parentId()).isNull();
      assertThat(root.events()).extracting(Span.Event::name).containsExactly("e");
      assertThat(root.resource()).containsEntry("service.name", "research");
      assertThat(root.scope()).isEqualTo("io.x 1");
      Span child = input.spans().get(0);
      assertThat(child.parentId()).isEqualTo(root.spanId());
      assertThat(child.failed()).isTrue();
      assertThat(child.statusMessage()).isEqualTo("bad");
      assertThat(child.links()).extracting(Span.Link::spanId).containsExactly(root.spanId());
    }
  }

  @Test
  void takesEitherFormOfNumbersEnumsAndIds() throws IOException {
    String request =
        """
        {"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"qqqqqqqqqqqqqqqqqqqqqg==","spanId":"u7u7u7u7u7s=",\
        "parentSpanId":"0000000000000000","name":"n","kind":"SPAN_KIND_SERVER","startTimeUnixNano":5,"endTimeUnixNano":"4",\
        "someday":{"x":[1]},"status":{"code":"STATUS_CODE_ERROR"},\
        "attributes":[{"key":"i","value":{"intValue":7}},{"key":"nan","value":{"doubleValue":"NaN"}},\
        {"key":"kv","value":{"kvlistValue":{"values":[{"key":"a","value":{"stringValue":"b"}}]}}},{"key":"none","value":{}}]}]}]}]}""";

    Span span = read(request).spans().get(0);

    assertThat(span.traceId()).isEqualTo("aa".repeat(16));
    assertThat(span.spanId()).isEqualTo("bb".repeat(8));
    assertThat(span.parentId()).isNull();
    assertThat(span.kind()).isEqualTo("SERVER");
    assertThat(span.failed()).isTrue();
    assertThat(span.end()).as("never before the start").isEqualTo(span.start()).isEqualTo(5);
    assertThat(span.attributes())
        .containsOnly(
            Map.entry("i", 7L), Map.entry("nan", Double.NaN), Map.entry("kv", Map.of("a", "b")));
  }

  @Test
  void skipsButCountsWhatHoldsNoSpans() throws IOException {
    TraceInput input =
        read(
            """
            Nov 21, 2026 5:11:17 PM io.opentelemetry.exporter.logging.otlp.X write
            INFO: %s
            [main] INFO x.Y - %s
            {"resourceMetrics":[]}

            {"resourceLogs":[]}
            {"resource":{},"scopeMetrics":[]}
            {"level":"info"}
            [main] INFO nothing but a {brace}
            """
                .formatted(resourceLine(span("t", "a")), line(span("t", "b"))));

    assertThat(input.spans()).extracting(Span::name).containsExactly("a", "b");
    assertThat(input.metrics()).isEqualTo(2);
    assertThat(input.logs()).isEqualTo(1);
    assertThat(input.others()).isEqualTo(3);
    assertThat(input.broken()).isEmpty();
  }

  @Test
  void reportsEachUnreadableLineAndReadsOn() throws IOException {
    TraceInput input =
        read(
            line(span("t", "a"))
                + "\n{\"resourceSpans\":[{\"scopeSpans\":\n"
                + "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"name\":\"x\"}]}]}]}\n"
                + "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"spanId\":\"ab\",\"startTimeUnixNano\":\"soon\"}]}]}]}\n"
                + line(span("t", "b")));

    assertThat(input.spans()).extracting(Span::name).containsExactly("a", "b");
    assertThat(input.broken())
        .extracting(TraceInput.BrokenLine::number)
        .containsExactly(2L, 3L, 4L);
    assertThat(input.broken().get(1)).hasToString("test, line 3: a span without spanId");
  }

  @Test
  void takesASpanOnceHoweverOftenItWasExported() throws IOException {
    TraceInput input = read(line(span("t", "a"), span("t", "b")) + "\n" + line(span("t", "a")));

    assertThat(input.spans()).extracting(Span::name).containsExactly("a", "b");
    assertThat(input.duplicates()).isEqualTo(1);
  }

  @Test
  void readsDocumentsOverManyLines() throws IOException {
    String laidOut = line(span("t", "a")).replace("{", "{\n").replace("]", "\n]");

    assertThat(read(laidOut).spans()).hasSize(1);
    assertThat(read("[" + line(span("t", "a")) + ",\n" + line(span("t", "b")) + "]").spans())
        .hasSize(2);
    assertThat(read("text\n{\n\"resourceSpans\": [\n oops").broken())
        .extracting(TraceInput.BrokenLine::number)
        .containsExactly(4L);
  }

  @Test
  void unpacksGzipAndSaysWhyNotZstd() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(line(span("t", "a")).getBytes(StandardCharsets.UTF_8));
    }

    TraceInput input = read(new ByteArrayInputStream(packed.toByteArray()));

    assertThat(input.spans()).extracting(Span::traceId).containsExactly(hex("t", 32));
    byte[] zstd = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0};
    assertThatThrownBy(() -> read(new ByteArrayInputStream(zstd))).hasMessageContaining("zstd -d");
  }

  @Test
  void anEmptyStreamHasNothing() throws IOException {
    assertThat(read("").spans()).isEmpty();
  }

  private static TraceInput read(String text) throws IOException {
    return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static TraceInput read(InputStream stream) throws IOException {
    TraceReader reader = new TraceReader();
    reader.read("test", stream);
    return reader.result();
  }
}
