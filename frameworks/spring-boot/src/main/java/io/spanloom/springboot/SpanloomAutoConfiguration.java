package io.spanloom.springboot;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.spanloom.SpanloomOptions;
import io.spanloom.sdk.SpanloomSdk;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

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
  SpanloomAutoConfiguration.Off.class,
  SpanloomAutoConfiguration.On.class,
  SpanloomAutoConfiguration.OfApplication.class,
  SpanloomAutoConfiguration.OfSpanloom.class
})
class SpanloomAutoConfiguration {

  private static final String ENABLED = "spanloom.enabled";

  /** An agent's OpenTelemetry would be found otherwise. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = ENABLED, havingValue = "false")
  static class Off {

    @Bean
    @Lazy(false)
    ContextTracing spanloomContextTracing() {
      return ContextTracing.install(OpenTelemetry.noop(), SpanloomOptions.builder().build());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = ENABLED, havingValue = "true", matchIfMissing = true)
  static class On {

    @Bean
    @ConditionalOnMissingBean
    SpanloomOptions spanloomOptions(Environment environment) {
      return SpanloomOptions.builder()
          .values(new EnvironmentSettings(environment).spanloom())
          .build();
    }

    @Bean
    @ConditionalOnMissingBean
    SpanCounter spanloomSpanCounter() {
      return new SpanCounter();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = ENABLED, havingValue = "true", matchIfMissing = true)
  @ConditionalOnMissingBean({SpanloomSdk.class, ContextTracing.class})
  @Conditional(OnOpenTelemetry.class)
  static class OfApplication {

    @Bean
    @Lazy(false)
    ContextTracing spanloomContextTracing(
        ConfigurableListableBeanFactory beans,
        ObjectProvider<OpenTelemetry> openTelemetry,
        SpanloomOptions options) {
      return ContextTracing.install(
          OnOpenTelemetry.recording(beans).isEmpty()
              ? GlobalOpenTelemetry.get()
              : openTelemetry.getObject(),
          options);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = ENABLED, havingValue = "true", matchIfMissing = true)
  @ConditionalOnMissingBean({SpanloomSdk.class, ContextTracing.class})
  static class OfSpanloom {

    @Bean
    @Lazy(false)
    SpanloomSdk spanloomSdk(
        Environment environment,
        SpanloomOptions options,
        ObjectProvider<SpanProcessor> processors) {
      return SdkBeans.start(environment, options, processors.orderedStream());
    }

    @Bean
    @Lazy(false)
    ContextTracing spanloomContextTracing(SpanloomSdk sdk, SpanloomOptions options) {
      return ContextTracing.ofInstalled(sdk.openTelemetry(), options);
    }

    @Bean
    @ConditionalOnMissingBean
    OpenTelemetry spanloomOpenTelemetry(SpanloomSdk sdk) {
      return sdk.openTelemetry();
    }
  }
}
