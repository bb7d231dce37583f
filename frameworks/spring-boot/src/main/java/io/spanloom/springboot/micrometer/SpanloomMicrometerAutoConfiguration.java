package io.spanloom.springboot.micrometer;

import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.TracingObservationHandler;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Has Micrometer's spans be children of Spanloom's. */
@AutoConfiguration
@ConditionalOnClass({ObservationRegistry.class, TracingObservationHandler.class})
@ConditionalOnProperty(name = "spanloom.enabled", havingValue = "true", matchIfMissing = true)
class SpanloomMicrometerAutoConfiguration {

  @Bean
  static ParentHandlerInstaller spanloomParentHandlerInstaller() {
    return new ParentHandlerInstaller();
  }
}
