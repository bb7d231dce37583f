package io.spanloom.sdk;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.spanloom.Spans;
import java.time.Duration;
import java.util.Collection;

/** A program that starts the SDK in one line, works, and ends. */
final class Unclosed implements SpanExporter {

  private Unclosed() {}

  @SuppressWarnings("resource") // as those do who start it in one line
  public static void main(String... arguments) {
    SpanloomSdk.builder()
        .setting("otel.traces.exporter", "none")
        .setting("otel.metrics.exporter", "none")
        .setting("otel.logs.exporter", "none")
        .spanProcessor(
            BatchSpanProcessor.builder(new Unclosed())
                .setScheduleDelay(Duration.ofHours(1))
                .build())
        .start();
    Spans.task("last").run(() -> {});
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    spans.forEach(span -> System.out.println("exported " + span.getName()));
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
}
