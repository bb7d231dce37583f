package io.spanloom.springboot.actuate;

import io.spanloom.springboot.SpanCounter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.ClassUtils;

/** The endpoint {@code spanloom} and a line of the health endpoint. */
@AutoConfiguration(afterName = "io.spanloom.springboot.SpanloomAutoConfiguration")
@ConditionalOnClass(
    name = {
      "org.springframework.boot.actuate.endpoint.annotation.Endpoint",
      "org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint"
    })
class SpanloomActuatorAutoConfiguration {

  private static final String HEALTH = "management.health.spanloom.enabled";
  private static final String HEALTH_OF_BOOT_4 =
      "org.springframework.boot.health.contributor.HealthIndicator";

  @Bean
  TracingReport spanloomTracingReport(
      ConfigurableBeanFactory beans, ObjectProvider<SpanCounter> counter) {
    ClassLoader loader = beans.getBeanClassLoader();
    return new TracingReport(
        loader == null ? ClassUtils.getDefaultClassLoader() : loader, counter.getIfAvailable());
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnAvailableEndpoint(endpoint = SpanloomEndpoint.class)
  static class EndpointConfiguration {

    @Bean
    SpanloomEndpoint spanloomEndpoint(TracingReport report) {
      return new SpanloomEndpoint(report);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "org.springframework.boot.actuate.health.HealthIndicator")
  @ConditionalOnMissingClass(HEALTH_OF_BOOT_4)
  @ConditionalOnProperty(name = HEALTH, havingValue = "true", matchIfMissing = true)
  static class Boot3 {

    @Bean
    HealthOfBoot3 spanloomHealthIndicator(TracingReport report) {
      return new HealthOfBoot3(report);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = HEALTH_OF_BOOT_4)
  @ConditionalOnProperty(name = HEALTH, havingValue = "true", matchIfMissing = true)
  static class Boot4 {

    @Bean
    HealthOfBoot4 spanloomHealthIndicator(TracingReport report) {
      return new HealthOfBoot4(report);
    }
  }
}
