package io.spanloom.springboot.actuate;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** The line in the health of Spring Boot 4. */
final class HealthOfBoot4 implements HealthIndicator {

  private final TracingReport report;

  HealthOfBoot4(TracingReport report) {
    this.report = report;
  }

  @Override
  public Health health() {
    HealthDetails health = HealthDetails.of(report);
    return (health.up() ? Health.up() : Health.unknown()).withDetails(health.details()).build();
  }
}
