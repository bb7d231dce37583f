package io.spanloom.benchmarks.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.spanloom.Spanloom;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A comparison is fair only if all contestants record the same. */
class SameAttributesTest {

  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                  .build())
          .build();

  @AfterEach
  void close() {
    sdk.close();
  }

  @Test
  void toolCall() {
    Spanloom.install(sdk);
    HandWrittenTool handWritten = new HandWrittenTool(sdk);

    new WovenTool().search("call_1", "title", 10);
    handWritten.searchOnBuilder("call_1", "title", 10);
    handWritten.searchOnSpan("call_1", "title", 10);

    assertSame(1);
  }

  @Test
  void workflow() {
    Spanloom.install(sdk);

    new WovenWorkflow().run("call_1", "title");
    new HandWrittenWorkflow(sdk, true).run("call_1", "title");
    new HandWrittenWorkflow(sdk, false).run("call_1", "title");

    assertSame(50);
  }

  /** All that was recorded is three times the same spans. */
  private void assertSame(int spansEach) {
    List<SpanData> spans = exporter.getFinishedSpanItems();
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
}
