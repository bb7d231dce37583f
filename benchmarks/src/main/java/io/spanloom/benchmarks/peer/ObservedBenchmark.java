package io.spanloom.benchmarks.peer;

import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.Observations;
import io.micrometer.observation.aop.ObservationKeyValueAnnotationHandler;
import io.micrometer.observation.aop.ObservedAspect;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.OpenTelemetry;
import io.spanloom.benchmarks.call.Telemetry;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A tool call traced by Micrometer's own aspect with its bridge to OpenTelemetry; AspectJ's agent
 * weaves it, and the global registry holds what it reports to.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ObservedBenchmark {

  /** The state of tracing; {@code NO_SDK} means that nobody handles observations. */
  @Param({"NO_SDK", "UNSAMPLED", "SAMPLED"})
  public Telemetry telemetry = Telemetry.NO_SDK;

  private final String callId = "call_Ji4NBSOlcv8mPQEOuPs7TbXv";
  private final String field = "title";
  private final int limit = 10;

  private final ObservedTool tool = new ObservedTool();

  /** Brings tracing into its state. */
  @Setup
  public void start() {
    ObservationRegistry registry = ObservationRegistry.create();
    if (telemetry != Telemetry.NO_SDK) {
      registry.observationConfig().observationHandler(handler(telemetry.start()));
    }
    Observations.setRegistry(registry);
    ObservedAspect.aspectOf()
        .setObservationKeyValueAnnotationHandler(
            new ObservationKeyValueAnnotationHandler(
                type -> String::valueOf, type -> (expression, value) -> String.valueOf(value)));
    telemetry.check(tool.span());
  }

  @Benchmark
  public String observed() {
    return tool.search(callId, field, limit);
  }

  @Benchmark
  public String observedByNameOnly() {
    return tool.searchByNameOnly(callId, field, limit);
  }

  private static DefaultTracingObservationHandler handler(OpenTelemetry openTelemetry) {
    return new DefaultTracingObservationHandler(
        new OtelTracer(
            openTelemetry.getTracer("io.spanloom.benchmarks"),
            new OtelCurrentTraceContext(),
            event -> {}));
  }
}
