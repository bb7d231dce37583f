package io.spanloom;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.testing.exporter.InMemoryLogRecordExporter;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A real SDK that keeps the spans in memory, and their tree as text to compare. */
public final class Recorded implements AutoCloseable {

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final InMemoryLogRecordExporter events = InMemoryLogRecordExporter.create();
  private final Semaphore ended = new Semaphore(0);
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                  .addSpanProcessor(SimpleSpanProcessor.create(counting()))
                  .build())
          .setLoggerProvider(
              SdkLoggerProvider.builder()
                  .addLogRecordProcessor(SimpleLogRecordProcessor.create(events))
                  .build())
          .build();

  private Recorded() {}

  /** Installs the SDK in Spanloom with the given options. */
  public static Recorded with(SpanloomOptions options) {
    Recorded recorded = new Recorded();
    Spanloom.install(recorded.sdk, options);
    return recorded;
  }

  /** Installs the SDK in Spanloom with default options. */
  public static Recorded withDefaults() {
    return with(SpanloomOptions.builder().build());
  }

  /** Waits until that many spans have ended, and gives the garbage collector reason to run. */
  public void awaitSpansWhileCollecting(int count) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!ended.tryAcquire(count, 10, TimeUnit.MILLISECONDS)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Still waiting for " + count + " spans, got\n" + tree());
      }
      System.gc();
    }
  }

  /** Waits until that many spans have ended. */
  public void awaitSpans(int count) throws InterruptedException {
    if (!ended.tryAcquire(count, 30, TimeUnit.SECONDS)) {
      throw new AssertionError("Still waiting for " + count + " spans, got\n" + tree());
    }
  }

  public OpenTelemetrySdk sdk() {
    return sdk;
  }

  public List<SpanData> spans() {
    return exporter.getFinishedSpanItems().stream()
        .sorted(Comparator.comparingLong(SpanData::getStartEpochNanos))
        .toList();
  }

  /** The events, which are log records, in the order they were emitted. */
  public List<LogRecordData> events() {
    return events.getFinishedLogRecordItems();
  }

  /** The event of a span. */
  public LogRecordData event(SpanData span) {
    List<LogRecordData> found =
        events().stream()
            .filter(event -> event.getSpanContext().getSpanId().equals(span.getSpanId()))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " events of " + span.getName() + " in " + events());
    }
    return found.get(0);
  }

  /** The only span of that name. */
  public SpanData span(String name) {
    List<SpanData> found = spans().stream().filter(span -> span.getName().equals(name)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " spans named " + name + " in\n" + tree());
    }
    return found.get(0);
  }

  /**
   * All traces, a span a line, children indented in the order of their start; each with those of
   * the given attributes that it has, and with {@code ERROR} if it failed.
   */
  public String tree(String... keys) {
    StringBuilder text = new StringBuilder();
    for (SpanData span : spans()) {
      if (!hasParentHere(span)) {
        append(text, span, "", Arrays.asList(keys));
      }
    }
    return text.toString();
  }

  /** All attributes of a span, by key. */
  public static Map<String, Object> attributes(SpanData span) {
    Map<String, Object> attributes = new TreeMap<>();
    span.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), value));
    return attributes;
  }

  /** Everything that is recorded anywhere, as one text to search. */
  public String everything() {
    List<String> all = new ArrayList<>();
    spans().forEach(span -> all.add(span.toString() + span.getEvents() + span.getStatus()));
    events().forEach(event -> all.add(event.toString()));
    return String.join("\n", all);
  }

  @Override
  public void close() {
    if (Span.current().getSpanContext().isValid()) {
      throw new AssertionError("A span is still current after the test: " + Span.current());
    }
    sdk.close();
  }

  private SpanExporter counting() {
    return new SpanExporter() {
      @Override
      public CompletableResultCode export(Collection<SpanData> spans) {
        ended.release(spans.size());
        return CompletableResultCode.ofSuccess();
      }

      @Override
      public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
      }

      @Override
      public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
      }
    };
  }

  private boolean hasParentHere(SpanData span) {
    return spans().stream().anyMatch(other -> other.getSpanId().equals(span.getParentSpanId()));
  }

  private void append(StringBuilder text, SpanData span, String indent, List<String> keys) {
    text.append(indent).append(span.getName());
    for (String key : keys) {
      for (Map.Entry<AttributeKey<?>, Object> entry : span.getAttributes().asMap().entrySet()) {
        if (entry.getKey().getKey().equals(key)) {
          text.append(' ').append(entry.getValue());
        }
      }
    }
    if (span.getStatus().getStatusCode() == io.opentelemetry.api.trace.StatusCode.ERROR) {
      text.append(" ERROR");
    }
    text.append('\n');
    for (SpanData child : spans()) {
      if (child.getParentSpanId().equals(span.getSpanId())) {
        append(text, child, indent + "  ", keys);
      }
    }
  }
}
