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
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps the spans that Quarkus' OpenTelemetry exports. */
@ApplicationScoped
public class Exported {

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

  @Produces
  @Singleton
  SpanProcessor processor() {
    return SimpleSpanProcessor.create(exporter);
  }

  /**
   * Spanloom's spans as a text: a line for each, below its parent, in the order of their starts.
   */
  public String tree() {
    List<SpanData> spans =
        exporter.getFinishedSpanItems().stream()
            .filter(span -> span.getInstrumentationScopeInfo().getName().equals("io.spanloom"))
            .sorted(comparingLong(SpanData::getStartEpochNanos))
            .toList();
    Set<String> ids = spans.stream().map(SpanData::getSpanId).collect(Collectors.toSet());
    StringBuilder text = new StringBuilder();
    spans.stream()
        .filter(span -> !ids.contains(span.getParentSpanId()))
        .forEach(root -> append(text, spans, root, ""));
    return text.toString();
  }

  private static void append(
      StringBuilder text, List<SpanData> spans, SpanData span, String indent) {
    text.append(indent).append(span.getName()).append('\n');
    spans.stream()
        .filter(child -> child.getParentSpanId().equals(span.getSpanId()))
        .forEach(child -> append(text, spans, child, indent + "  "));
  }
}
