package io.spanloom;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A real SDK whose metrics a test reads, with its spans. */
public final class Metered implements AutoCloseable {

  private final InMemoryMetricReader reader = InMemoryMetricReader.create();
  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final OpenTelemetrySdk sdk;

  private Metered(Sampler sampler) {
    this.sdk =
        OpenTelemetrySdk.builder()
            .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(reader).build())
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .setSampler(sampler)
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .build();
  }

  /** Installs an SDK of which all spans are sampled. */
  public static Metered with(SpanloomOptions options) {
    return with(options, Sampler.alwaysOn());
  }

  /** Installs an SDK. */
  public static Metered with(SpanloomOptions options, Sampler sampler) {
    Metered metered = new Metered(sampler);
    Spanloom.install(metered.sdk, options);
    return metered;
  }

  public OpenTelemetrySdk sdk() {
    return sdk;
  }

  public List<SpanData> spans() {
    return spans.getFinishedSpanItems();
  }

  /** Everything measured so far, by name. */
  public Map<String, MetricData> metrics() {
    Map<String, MetricData> metrics = new TreeMap<>();
    for (MetricData metric : reader.collectAllMetrics()) {
      metrics.put(metric.getName(), metric);
    }
    return metrics;
  }

  public Collection<HistogramPointData> histogram(String name) {
    return metrics().get(name).getHistogramData().getPoints();
  }

  /**
   * The metric's series, a line each and sorted: the values of its attributes by key, and the sum;
   * of durations, how many there are. Sums of money show six decimals.
   */
  public String table(String name) {
    MetricData metric = metrics().get(name);
    List<String> lines = new ArrayList<>();
    if (metric != null) {
      metric
          .getData()
          .getPoints()
          .forEach(
              point -> lines.add(labels(point.getAttributes()) + " = " + value(metric, point)));
    }
    lines.sort(null);
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  @Override
  public void close() {
    sdk.close();
  }

  private static String labels(Attributes attributes) {
    Map<String, Object> sorted = new TreeMap<>();
    attributes.forEach((key, value) -> sorted.put(key.getKey(), value));
    List<String> labels = new ArrayList<>();
    sorted.forEach((key, value) -> labels.add(key + "=" + value));
    return String.join(" ", labels);
  }

  private static String value(MetricData metric, PointData point) {
    if (point instanceof HistogramPointData histogram) {
      return metric.getUnit().equals("s")
          ? histogram.getCount() + "x"
          : String.valueOf((long) histogram.getSum());
    }
    return point instanceof LongPointData sum
        ? String.valueOf(sum.getValue())
        : String.format(Locale.ROOT, "%.6f", ((DoublePointData) point).getValue());
  }
}
