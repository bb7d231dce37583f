package io.spanloom.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.autoconfigure.spi.internal.DefaultConfigProperties;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.spanloom.Spans;
import io.spanloom.annotations.Task;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanloomSdkTest {

  @Test
  void tracesWovenMethodsAsTheConfiguredService() {
    InMemorySpanExporter exporter = InMemorySpanExporter.create();
    SpanloomSdk.Builder builder =
        SpanloomSdk.builder()
            .serviceName("research")
            .serviceVersion("1.0")
            .environment("test")
            .setting("otel.traces.exporter", "none")
            .setting("otel.metrics.exporter", "none")
            .setting("otel.logs.exporter", "none")
            .spanProcessor(SimpleSpanProcessor.create(exporter));

    try (SpanloomSdk sdk = builder.start()) {
      assertThat(sdk.openTelemetry()).isNotNull();
      work();

      assertThat(exporter.getFinishedSpanItems())
          .singleElement()
          .satisfies(
              span -> {
                assertThat(span.getName()).isEqualTo("work");
                assertThat(valueOf("service.name", span.getResource())).isEqualTo("research");
                assertThat(valueOf("service.version", span.getResource())).isEqualTo("1.0");
                assertThat(valueOf("deployment.environment.name", span.getResource()))
                    .isEqualTo("test");
              });
    }
  }

  @BeforeEach
  @AfterEach
  void forgetTheGlobalOne() {
    GlobalOpenTelemetry.resetForTest();
  }

  @Test
  void manualSpansGoToTheSameExporter() {
    InMemorySpanExporter exporter = InMemorySpanExporter.create();
    try (SpanloomSdk sdk = silent(exporter).start();
        SpanloomSdk second = silent(InMemorySpanExporter.create()).start()) {
      assertThat(sdk.openTelemetry()).isNotSameAs(second.openTelemetry());
      GlobalOpenTelemetry.getTracer("by hand").spanBuilder("by hand").startSpan().end();
      assertThat(exporter.getFinishedSpanItems()).hasSize(1);
    }
    GlobalOpenTelemetry.getTracer("by hand").spanBuilder("too late").startSpan().end();
    assertThat(exporter.getFinishedSpanItems())
        .extracting(SpanData::getName)
        .doesNotContain("too late");
  }

  @Test
  void theGlobalOneIsLeftToOthersOnRequest() {
    try (SpanloomSdk sdk = silent(InMemorySpanExporter.create()).global(false).start()) {
      assertThat(sdk.openTelemetry()).isNotNull();
      assertThatCode(() -> GlobalOpenTelemetry.set(OpenTelemetry.noop()))
          .doesNotThrowAnyException();
    }
  }

  private static SpanloomSdk.Builder silent(SpanExporter exporter) {
    return SpanloomSdk.builder()
        .setting("otel.traces.exporter", "none")
        .setting("otel.metrics.exporter", "none")
        .setting("otel.logs.exporter", "none")
        .spanProcessor(SimpleSpanProcessor.create(exporter));
  }

  @Test
  void keepsTheLastSpansInMemory() {
    try (SpanloomSdk sdk = SpanloomSdk.builder().exportOnlyIfConfigured().keepSpans(3).start()) {
      assertThat(sdk.finishedSpans()).isEmpty();
      Spans.task("dropped").run(() -> {});
      Spans.task("outer").run(() -> Spans.task("inner").run(() -> {}));
      work();

      assertThat(sdk.finishedSpans())
          .extracting(SpanData::getName)
          .containsExactly("inner", "outer", "work");
      assertThat(SpanTree.of(sdk.finishedSpans()).render())
          .containsSubsequence("outer", "└─ inner", "work");
    }
    try (SpanloomSdk sdk = SpanloomSdk.builder().exportOnlyIfConfigured().start()) {
      work();
      assertThat(sdk.finishedSpans()).isEmpty();
    }
    assertThatThrownBy(() -> SpanloomSdk.builder().keepSpans(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
  }

  @ParameterizedTest
  @CsvSource({
    ", , false",
    "OTEL_SERVICE_NAME, x, false",
    "OTEL_EXPORTER_OTLP_ENDPOINT, ' ', false",
    "OTEL_EXPORTER_OTLP_ENDPOINT, http://127.0.0.1:9, true",
    "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, http://127.0.0.1:9, true",
    "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT, http://127.0.0.1:9, false",
    "OTEL_TRACES_EXPORTER, otlp, true",
    "OTEL_TRACES_EXPORTER, none, false",
    "OTEL_METRICS_EXPORTER, otlp, false",
  })
  void exportsOnlyWhatIsConfigured(String variable, String value, boolean exports) {
    Map<String, String> environment = variable == null ? Map.of() : Map.of(variable, value);
    try (SpanloomSdk sdk =
        SpanloomSdk.builder()
            .exportOnlyIfConfigured()
            .variables(environment)
            .setting("otel.exporter.otlp.timeout", "1")
            .start()) {
      assertThat(sdk.exportsSpans()).isEqualTo(exports);
    }
  }

  @Test
  void eachSignalIsConfiguredSeparately() {
    assertThat(switchedOff(Map.of()))
        .containsExactly("otel.logs.exporter", "otel.metrics.exporter", "otel.traces.exporter");
    assertThat(switchedOff(Map.of("otel.exporter.otlp.endpoint", "http://x"))).isEmpty();
    assertThat(
            switchedOff(
                Map.of(
                    "otel.exporter.otlp.logs.endpoint", "http://x",
                    "otel.metrics.exporter", "prometheus")))
        .containsExactly("otel.traces.exporter");
  }

  private static Set<String> switchedOff(Map<String, String> settings) {
    Map<String, String> changes =
        new ConfiguredExporters().apply(DefaultConfigProperties.createFromMap(settings));
    assertThat(changes.values()).allMatch("none"::equals);
    return new TreeSet<>(changes.keySet());
  }

  @Test
  void aDisabledSdkExportsNothing() {
    try (SpanloomSdk sdk =
        SpanloomSdk.builder().variables(Map.of("OTEL_SDK_DISABLED", "true")).start()) {
      assertThat(sdk.exportsSpans()).isFalse();
    }
  }

  @Test
  void standardSettingsWin() {
    InMemorySpanExporter exporter = InMemorySpanExporter.create();
    SpanloomSdk.Builder builder =
        SpanloomSdk.builder()
            .serviceName("research")
            .setting("otel.service.name", "named outside")
            .setting("otel.traces.exporter", "none")
            .setting("otel.metrics.exporter", "none")
            .setting("otel.logs.exporter", "none")
            .spanProcessor(SimpleSpanProcessor.create(exporter));

    try (SpanloomSdk sdk = builder.start()) {
      assertThat(sdk.openTelemetry()).isNotNull();
      work();

      assertThat(exporter.getFinishedSpanItems())
          .singleElement()
          .satisfies(
              span ->
                  assertThat(valueOf("service.name", span.getResource()))
                      .isEqualTo("named outside"));
    }
  }

  @Test
  void aProgramThatEndsExportsWhatIsPending() throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Unclosed.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(program.getInputStream().readAllBytes(), UTF_8);

    assertThat(program.waitFor()).as(output).isZero();
    assertThat(output).contains("exported last");
  }

  @Task
  void work() {}

  private static String valueOf(String key, Resource resource) {
    return resource.getAttribute(AttributeKey.stringKey(key));
  }
}
