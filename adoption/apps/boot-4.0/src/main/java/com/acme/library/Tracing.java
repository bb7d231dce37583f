package com.acme.library;

import io.opentelemetry.api.OpenTelemetry;
import io.spanloom.Spanloom;
import io.spanloom.springai.ModelObservationHandler;
import org.springframework.ai.model.tool.ToolCallingManager;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class Tracing {

  /** Traces go where Boot's own go. */
  @Autowired
  void useOpenTelemetryOfBoot(OpenTelemetry openTelemetry) {
    Spanloom.install(openTelemetry);
  }

  @Bean
  static ModelObservationHandler modelObservations() {
    return new ModelObservationHandler();
  }

  @Bean
  static ToolCallingManager toolCallingManager(ModelObservationHandler modelObservations) {
    return modelObservations.toolCallingManager(ToolCallingManager.builder().build());
  }
}
