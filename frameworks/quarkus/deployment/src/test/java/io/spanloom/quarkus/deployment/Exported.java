package io.spanloom.quarkus.deployment;

import static java.util.Comparator.comparingLong;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Keeps the spans that Quarkus' OpenTelemetry exports. */
@ApplicationScoped
public class Exported {

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

  @Produces
  @Singleton
  SpanProcessor processor() {
    return SimpleSpanProcessor.create(exporter);
  }

  /** The spans as a text: a line for each, below its parent, in the order of their starts. */
  public String tree() {
    List<SpanData> spans =
        exporter.getFinishedSpanItems().stream()
            .filter(span -> !span.getName().endsWith("/trace")) // the request for them
            .sorted(comparingLong(SpanData::getStartEpochNanos))
            .toList();
    StringBuilder text = new StringBuilder();
    append(text, spans, "0000000000000000", "");
    return text.toString();
  }

  private static void append(
      StringBuilder text, List<SpanData> spans, String parent, String indent) {
    for (SpanData span : spans) {
      if (span.getParentSpanId().equals(parent)) {
        text.append(indent).append(span.getName()).append('\n');
        append(text, spans, span.getSpanId(), indent + "  ");
      }
    }
  }
}
