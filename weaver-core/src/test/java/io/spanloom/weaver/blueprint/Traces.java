package io.spanloom.weaver.blueprint;

import static java.util.stream.Collectors.toMap;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.spanloom.Spanloom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which span was below which when a program really ran, and what its blueprint says to that. */
final class Traces implements AutoCloseable {

  private static final String NO_PARENT = "-";

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final OpenTelemetrySdk openTelemetry =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                  .build())
          .build();

  private Traces() {}

  static Traces recording() {
    Traces traces = new Traces();
    Spanloom.install(traces.openTelemetry);
    return traces;
  }

  /** Each pair as {@code parent > child}; the parent of a root is {@code -}. */
  Set<String> pairs() {
    List<SpanData> spans = exporter.getFinishedSpanItems();
    Map<String, String> names = spans.stream().collect(toMap(SpanData::getSpanId, Traces::name));
    Set<String> pairs = new TreeSet<>();
    for (SpanData span : spans) {
      String parent = names.getOrDefault(span.getParentSpanId(), NO_PARENT);
      pairs.add(parent + " > " + name(span));
    }
    return pairs;
  }

  private static String name(SpanData span) {
    return span.getName().replaceFirst("^step \\d+$", "step {n}");
  }

  /** What a blueprint predicts, in the same form. */
  static Set<String> predicted(Blueprint blueprint) {
    Map<String, String> names =
        blueprint.nodes().stream().collect(toMap(SpanNode::id, SpanNode::spanName));
    Set<String> pairs = new TreeSet<>();
    blueprint.roots().forEach(root -> pairs.add(NO_PARENT + " > " + names.get(root)));
    blueprint
        .edges()
        .forEach(edge -> pairs.add(names.get(edge.parent()) + " > " + names.get(edge.child())));
    return pairs;
  }

  @Override
  public void close() {
    openTelemetry.close();
  }
}
