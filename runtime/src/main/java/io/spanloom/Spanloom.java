package io.spanloom;

import io.opentelemetry.api.OpenTelemetry;
import io.spanloom.internal.call.Tracing;
import io.spanloom.internal.sampling.SdkSampler;
import java.util.Objects;

/**
 * Switches tracing on.
 *
 * <p>A program that sets {@link io.opentelemetry.api.GlobalOpenTelemetry} need not call anything
 * here: woven methods find it. Until there is an OpenTelemetry, woven methods do nothing.
 */
public final class Spanloom {

  private Spanloom() {}

  /**
   * Traces with the given OpenTelemetry from now on, with options from system properties {@code
   * spanloom.*} and environment variables {@code SPANLOOM_*}.
   *
   * @throws NullPointerException if {@code openTelemetry} is {@code null}
   */
  public static void install(OpenTelemetry openTelemetry) {
    install(openTelemetry, SpanloomOptions.builder().build());
  }

  /** Whether there is an OpenTelemetry to trace with: an installed one, or the global one. */
  public static boolean isTracing() {
    return Tracing.currentOrNull() != null;
  }

  /**
   * Traces with the given OpenTelemetry and options from now on; calls in progress end as they
   * began.
   *
   * @throws NullPointerException if an argument is {@code null}
   */
  public static void install(OpenTelemetry openTelemetry, SpanloomOptions options) {
    Objects.requireNonNull(openTelemetry, "openTelemetry");
    Objects.requireNonNull(options, "options");
    Tracing.install(openTelemetry, options.settings(), SdkSampler.prediction(openTelemetry));
  }
}
