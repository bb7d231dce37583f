package io.spanloom.benchmarks.call;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.spanloom.Spanloom;
import io.spanloom.SpanloomOptions;

/** The states tracing can be in. */
public enum Telemetry {
  /** There is no SDK: hand-written code holds a no-op tracer, Spanloom was never switched on. */
  NO_SDK,
  /** An SDK whose sampler keeps no trace. */
  UNSAMPLED,
  /** An SDK that records every span and drops it at its end. */
  SAMPLED;

  /** An OpenTelemetry in this state, installed in Spanloom unless there is none. */
  public OpenTelemetry start() {
    return start(SpanloomOptions.builder().build());
  }

  /** The same with options for Spanloom. */
  public OpenTelemetry start(SpanloomOptions options) {
    if (this == NO_SDK) {
      return OpenTelemetry.noop();
    }
    OpenTelemetry openTelemetry =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .setSampler(this == SAMPLED ? Sampler.alwaysOn() : Sampler.alwaysOff())
                    .addSpanProcessor(new Dropping())
                    .build())
            .build();
    Spanloom.install(openTelemetry, options);
    return openTelemetry;
  }

  /** Without a processor the SDK would not record at all. */
  private static final class Dropping implements SpanProcessor {

    @Override
    public void onStart(Context parentContext, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
      return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
      return true;
    }
  }
}
