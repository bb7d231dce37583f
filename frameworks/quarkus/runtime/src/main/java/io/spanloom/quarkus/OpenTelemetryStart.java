package io.spanloom.quarkus;

import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.runtime.StartupEvent;
import io.spanloom.Spanloom;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/**
 * Traces with the OpenTelemetry of Quarkus. A reload in dev mode starts another one, while
 * Spanloom's classes stay.
 */
@ApplicationScoped
public class OpenTelemetryStart {

  void start(
      @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event,
      OpenTelemetry openTelemetry) {
    Spanloom.install(openTelemetry);
  }
}
