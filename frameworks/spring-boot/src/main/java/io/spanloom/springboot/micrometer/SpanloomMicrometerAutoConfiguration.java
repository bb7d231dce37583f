package io.spanloom.springboot.micrometer;

import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.spanloom.micrometer.SpanloomCurrentTraceContext;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Has observations below spans of Spanloom's be their children. */
@AutoConfiguration(
    beforeName = {
      "org.springframework.boot.actuate.autoconfigure.tracing.OpenTelemetryTracingAutoConfiguration",
      "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration"
    })
@ConditionalOnClass(OtelCurrentTraceContext.class)
@ConditionalOnProperty(name = "spanloom.enabled", havingValue = "true", matchIfMissing = true)
class SpanloomMicrometerAutoConfiguration {

  /** Spring Boot makes none if there is one. */
  @Bean
  @ConditionalOnMissingBean
  OtelCurrentTraceContext otelCurrentTraceContext() {
    return new SpanloomCurrentTraceContext();
  }
}
