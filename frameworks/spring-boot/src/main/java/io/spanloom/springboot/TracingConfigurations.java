package io.spanloom.springboot;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.spanloom.SpanloomOptions;
import io.spanloom.sdk.SpanloomSdk;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** Whose OpenTelemetry Spanloom traces with, in the order in which they are considered. */
final class TracingConfigurations {

  private static final String ENABLED = "spanloom.enabled";

  private TracingConfigurations() {}

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

    /** Spring Boot adds it to its SDK. */
    @Bean
    @ConditionalOnProperty("spanloom.trace.file")
    SpanProcessor spanloomTraceFile(Environment environment) {
      return SdkBeans.traceFile(environment);
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
