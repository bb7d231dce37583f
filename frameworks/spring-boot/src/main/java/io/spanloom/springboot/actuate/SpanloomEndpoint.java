package io.spanloom.springboot.actuate;

import io.spanloom.springboot.actuate.TracingReport.Module;
import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** Shows what is traced, with which settings, and how many spans there were. */
@Endpoint(id = "spanloom")
final class SpanloomEndpoint {

  private final TracingReport report;

  SpanloomEndpoint(TracingReport report) {
    this.report = report;
  }

  @ReadOperation
  Description describe() {
    return new Description(
        report.isTracing(), report.settings(), report.counters(), report.modules());
  }

  /**
   * What the endpoint answers.
   *
   * @param tracing whether there is an OpenTelemetry to trace with
   * @param settings the settings in force, by name
   * @param counters sampled spans by their states, and failures
   * @param modules the traced methods
   */
  record Description(
      boolean tracing,
      Map<String, Object> settings,
      Map<String, Long> counters,
      List<Module> modules) {}
}
