package io.spanloom.benchmarks.call;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
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

  /**
   * Fails unless a traced call had the span that it has in this state.
   *
   * @param span the span of a call that has returned
   */
  public void check(Span span) {
    SpanContext context = span.getSpanContext();
    Telemetry state = context.isSampled() ? SAMPLED : context.isValid() ? UNSAMPLED : NO_SDK;
    if (state != this) {
      throw new IllegalStateException("Calls are traced as in state " + state + ", not " + this);
    }
  }
}
