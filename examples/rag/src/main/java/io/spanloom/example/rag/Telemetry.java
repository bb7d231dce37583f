package io.spanloom.example.rag;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.spanloom.SpanloomOptions;
import io.spanloom.sdk.SpanTree;
import io.spanloom.sdk.SpanloomSdk;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The OpenTelemetry SDK of this program: exports over OTLP where the environment asks for it, and
 * keeps the spans for the report.
 */
final class Telemetry implements AutoCloseable {

  /** Where everything goes: traces, events and metrics. */
  private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";

  private static final List<String> ASKS_FOR_TRACES =
      List.of(ENDPOINT, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_TRACES_EXPORTER");

  private final SpanloomSdk sdk;
  private final FinishedSpans spans;
  private final boolean exports;

  private Telemetry(SpanloomSdk sdk, FinishedSpans spans, boolean exports) {
    this.sdk = sdk;
    this.spans = spans;
    this.exports = exports;
  }

  /**
   * Starts the SDK and installs it in Spanloom.
   *
   * @throws io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException when an {@code OTEL_*}
   *     variable has an illegal value
   */
  static Telemetry start(Map<String, String> environment) {
    boolean exports = ASKS_FOR_TRACES.stream().anyMatch(it -> isSet(environment, it));
    String others = isSet(environment, ENDPOINT) ? "otlp" : "none";
    FinishedSpans spans = new FinishedSpans();
    SpanloomSdk.Builder sdk =
        SpanloomSdk.builder()
            .serviceName("documentation-help")
            .serviceVersion("0.1.0")
            .environment("demo")
            .setting("otel.traces.exporter", exports ? "otlp" : "none")
            .setting("otel.metrics.exporter", others)
            .setting("otel.logs.exporter", others)
            // The records of this program show nothing that its prompts do not show as well.
            .options(SpanloomOptions.builder().contentToString(true).build())
            .spanProcessor(spans);
    environment.forEach(
        (variable, value) -> {
          if (variable.startsWith("OTEL_") && !value.isBlank()) {
            sdk.setting(variable.toLowerCase(Locale.ROOT).replace('_', '.'), value);
          }
        });
    return new Telemetry(sdk.start(), spans, exports);
  }

  /** Where spans go, for people. */
  String destination() {
    return exports
        ? "printed below, and exported as the OTEL_* variables say"
        : "printed below (set OTEL_EXPORTER_OTLP_ENDPOINT to export it too)";
  }

  List<SpanData> finishedSpans() {
    return spans.all();
  }

  /** The spans as a tree, one a line. */
  String tree() {
    return SpanTree.of(spans.all()).render();
  }

  @Override
  public void close() {
    sdk.close();
  }

  private static boolean isSet(Map<String, String> environment, String variable) {
    return !environment.getOrDefault(variable, "").isBlank();
  }
}
