package io.spanloom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.spanloom.Spanloom;
import io.spanloom.SpanloomOptions;
import java.util.List;

/** Records what contestants do: a comparison is fair only if all of them record the same. */
public final class Contest implements AutoCloseable {

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                  .build())
          .build();

  private Contest() {}

  public static Contest with(SpanloomOptions options) {
    Contest contest = new Contest();
    Spanloom.install(contest.sdk, options);
    return contest;
  }

  public static Contest withDefaults() {
    return with(SpanloomOptions.builder().build());
  }

  public OpenTelemetry openTelemetry() {
    return sdk;
  }

  public List<SpanData> spans() {
    return exporter.getFinishedSpanItems();
  }

  /** What was recorded so far does not count. */
  public void forget() {
    exporter.reset();
  }

  /** All that was recorded is three times the same spans. */
  public void assertSame(int spansEach) {
    List<SpanData> spans = spans();
    assertThat(spans).hasSize(3 * spansEach);
    for (int i = 0; i < spans.size(); i++) {
      SpanData woven = spans.get(i % spansEach);
      SpanData span = spans.get(i);
      assertThat(span.getName()).isEqualTo(woven.getName());
      assertThat(span.getKind()).isEqualTo(woven.getKind());
      assertThat(span.getAttributes()).isEqualTo(woven.getAttributes());
      assertThat(span.getAttributes().size()).isPositive();
    }
  }

  @Override
  public void close() {
    sdk.close();
  }
}
