package io.spanloom.springboot;

import io.spanloom.SpanloomOptions;
import io.spanloom.sdk.SpanloomSdk;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/**
 * Traces with the application's OpenTelemetry, or starts one that is closed with the context. A
 * {@link SpanloomOptions} bean replaces the settings of {@code application.yml}; a {@link
 * SpanloomSdk} bean is left to itself.
 */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.actuate.autoconfigure.opentelemetry.OpenTelemetryAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.tracing.OpenTelemetryTracingAutoConfiguration",
      "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
      "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
      "io.opentelemetry.instrumentation.spring.autoconfigure.OpenTelemetryAutoConfiguration"
    })
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@Import({
  TracingConfigurations.Off.class,
  TracingConfigurations.On.class,
  TracingConfigurations.OfApplication.class,
  TracingConfigurations.OfSpanloom.class
})
class SpanloomAutoConfiguration {}
