package io.spanloom.internal.sampling;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;

/** The SDK's sampler, as far as Spanloom can tell what it will decide; not for people to call. */
public final class SdkSampler {

  private SdkSampler() {}

  /** What is known of the sampler of an OpenTelemetry that may be no SDK, or without one here. */
  public static SamplerPrediction prediction(OpenTelemetry openTelemetry) {
    try {
      return Sdk.prediction(openTelemetry);
    } catch (LinkageError noSdkOnTheClassPath) {
      return SamplerPrediction.UNKNOWN;
    }
  }

  /** Loaded only where the classes it needs may be missing. */
  private static final class Sdk {

    static SamplerPrediction prediction(OpenTelemetry openTelemetry) {
      return openTelemetry instanceof OpenTelemetrySdk sdk
          ? SamplerPrediction.of(sdk.getSdkTracerProvider().getSampler().getDescription())
          : SamplerPrediction.UNKNOWN;
    }
  }
}
