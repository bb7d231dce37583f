package io.spanloom.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.spanloom.annotations.Task;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpanloomSdkTest {

  @Test
  void tracesWovenMethodsAsTheServiceItIsToldToBe() {
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
  void spansByHandGoWhereItsOwnGo() {
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
