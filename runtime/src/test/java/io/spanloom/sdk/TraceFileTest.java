package io.spanloom.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.internal.otlp.traces.TraceRequestMarshaler;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.spanloom.annotations.Task;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class TraceFileTest {

  @TempDir private Path directory;

  @Test
  void writesWhatTheSdksOwnExportersWrite() throws IOException {
    Path file = directory.resolve("sub/trace.jsonl");
    InMemorySpanExporter spans = InMemorySpanExporter.create();
    try (SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .setResource(
                Resource.create(
                    Attributes.of(AttributeKey.stringKey("service.name"), "s"), "https://r"))
            .setSpanLimits(SpanLimits.builder().setMaxNumberOfEvents(1).build())
            .addSpanProcessor(SimpleSpanProcessor.create(spans))
            .addSpanProcessor(SimpleSpanProcessor.create(TraceFile.at(file)))
            .build()) {
      everyKindOfSpan(
          provider.tracerBuilder("scope").setInstrumentationVersion("1").setSchemaUrl("u").build());
      assertThat(spans.getFinishedSpanItems()).hasSize(3);
      assertThat(Files.readAllLines(file))
          .containsExactlyElementsOf(
              spans.getFinishedSpanItems().stream().map(TraceFileTest::asTheSdkWrites).toList());
    }
  }

  private static void everyKindOfSpan(Tracer tracer) {
    SpanContext remote =
        SpanContext.createFromRemoteParent(
            "0af7651916cd43dd8448eb211c80319c",
            "b7ad6b7169203331",
            TraceFlags.getSampled(),
            TraceState.builder().put("a", "1").put("b", "2").build());
    Span parent =
        tracer
            .spanBuilder("all \"kinds\" of \u202E </script> values\n")
            .setParent(Context.root().with(Span.wrap(remote)))
            .addLink(remote, Attributes.of(AttributeKey.stringKey("why"), "linked"))
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute("text", "ä\t")
            .setAttribute("long", Long.MAX_VALUE)
            .setAttribute("double", 1.5)
            .setAttribute("bool", true)
            .setAttribute(AttributeKey.stringArrayKey("texts"), List.of("a", "b"))
            .setAttribute(AttributeKey.longArrayKey("longs"), List.of(1L, 2L))
            .startSpan();
    parent.addEvent("first", Attributes.of(AttributeKey.doubleKey("no number"), Double.NaN));
    parent.addEvent("dropped");
    tracer.spanBuilder("child").setParent(Context.root().with(parent)).startSpan().end();
    parent.setStatus(StatusCode.ERROR, "because");
    parent.end();
    tracer.spanBuilder("root").setNoParent().startSpan().setStatus(StatusCode.OK).end();
  }

  @Test
  @EnabledIf(
      value = "io.spanloom.RecordedEvent#hasValues",
      disabledReason = "Spans have structured attributes from OpenTelemetry 1.59 on")
  void writesStructuredAttributesAsTheSdksOwnExportersDo() throws IOException {
    Path file = directory.resolve("trace.jsonl");
    InMemorySpanExporter spans = InMemorySpanExporter.create();
    try (SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(spans))
            .addSpanProcessor(SimpleSpanProcessor.create(TraceFile.at(file)))
            .build()) {
      provider
          .get("scope")
          .spanBuilder("structured")
          .setAttribute(
              AttributeKey.valueKey("structured"),
              Value.of(
                  KeyValue.of("bytes", Value.of(new byte[] {1, 2, 3})),
                  KeyValue.of("list", Value.of(Value.of("x"), Value.of(7L)))))
          .startSpan()
          .end();
      assertThat(Files.readAllLines(file))
          .containsExactly(asTheSdkWrites(spans.getFinishedSpanItems().get(0)));
    }
  }

  private static String asTheSdkWrites(SpanData span) {
    try {
      ByteArrayOutputStream json = new ByteArrayOutputStream();
      TraceRequestMarshaler.create(List.of(span)).writeJsonTo(json);
      // A list in development, and always empty where the SDK's resource has no entities.
      return json.toString(StandardCharsets.UTF_8).replace(",\"entityRefs\":[]", "");
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Test
  void writesTextsThatWereCutInsideACharacter() throws IOException {
    Path file = directory.resolve("trace.jsonl");
    try (SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(TraceFile.at(file)))
            .build()) {
      provider.get("scope").spanBuilder("cut \ud83d").startSpan().end();
    }

    assertThat(file).content().contains("\"name\":\"cut ?\"");
  }

  @Test
  void appendsAfterEarlierRuns() throws IOException {
    Path file = Files.writeString(directory.resolve("trace.jsonl"), "earlier\n");

    run(file);

    assertThat(Files.readAllLines(file)).hasSize(2).first().isEqualTo("earlier");
  }

  @Test
  void fileThatCannotBeOpenedDoesNotStopTheProgram() throws IOException {
    Path file = Files.createDirectory(directory.resolve("taken"));

    run(file);

    assertThat(file).isDirectory();
  }

  @Test
  void propertyNamesTheFile() throws IOException {
    Path file = directory.resolve("by-property.jsonl");
    System.setProperty("spanloom.trace.file", file.toString());
    try {
      run(quiet());
    } finally {
      System.clearProperty("spanloom.trace.file");
    }

    assertThat(file).content().contains("\"name\":\"work\"");
  }

  private static void run(Path file) {
    run(quiet().traceFile(file));
  }

  private static void run(SpanloomSdk.Builder builder) {
    try (SpanloomSdk sdk = builder.start()) {
      assertThat(sdk.openTelemetry()).isNotNull();
      work();
    }
  }

  private static SpanloomSdk.Builder quiet() {
    return SpanloomSdk.builder()
        .global(false)
        .setting("otel.traces.exporter", "none")
        .setting("otel.metrics.exporter", "none")
        .setting("otel.logs.exporter", "none");
  }

  @Task
  static void work() {}
}
