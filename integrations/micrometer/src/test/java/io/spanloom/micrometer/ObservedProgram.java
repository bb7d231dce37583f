package io.spanloom.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.spanloom.testing.RecordedSpans;

/** What an application with Micrometer Tracing has. */
final class ObservedProgram {

  private final ObservationRegistry registry = ObservationRegistry.create();
  private final Tracer tracer;

  ObservedProgram(OpenTelemetry openTelemetry) {
    tracer =
        new OtelTracer(
            openTelemetry.getTracer("micrometer"), new SpanloomCurrentTraceContext(), event -> {});
    registry.observationConfig().observationHandler(new DefaultTracingObservationHandler(tracer));
  }

  ObservationRegistry registry() {
    return registry;
  }

  Tracer tracer() {
    return tracer;
  }

  Clerk clerk() {
    return new Clerk(registry);
  }

  static void assertToolIsInSession(RecordedSpans recorded) {
    assertThat(
            recorded.spans().stream()
                .filter(span -> span.getName().equals("execute_tool find"))
                .map(span -> span.getAttributes().get(AttributeKey.stringKey("session.id"))))
        .containsExactly("s-1");
  }
}
