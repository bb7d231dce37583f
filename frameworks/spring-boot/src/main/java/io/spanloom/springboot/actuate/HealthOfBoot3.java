package io.spanloom.springboot.actuate;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** The line in the health of Spring Boot 3. */
final class HealthOfBoot3 implements HealthIndicator {

  private final TracingReport report;

  HealthOfBoot3(TracingReport report) {
    this.report = report;
  }

  @Override
  public Health health() {
    HealthDetails health = HealthDetails.of(report);
    return (health.up() ? Health.up() : Health.unknown()).withDetails(health.details()).build();
  }
}
