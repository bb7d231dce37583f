package io.spanloom.springboot.actuate;

import io.spanloom.springboot.actuate.TracingReport.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What health says of tracing. An application works without it, so its status is unknown at worst.
 *
 * @param up whether all methods are woven, and there is an OpenTelemetry to trace with
 */
record HealthDetails(boolean up, Map<String, Object> details) {

  static HealthDetails of(TracingReport report) {
    List<Method> methods =
        report.modules().stream().flatMap(module -> module.methods().stream()).toList();
    long woven = methods.stream().filter(Method::woven).count();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("tracing", report.isTracing());
    details.put("wovenMethods", woven);
    details.put("unwovenMethods", methods.size() - woven);
    details.putAll(report.counters());
    return new HealthDetails(report.isTracing() && woven == methods.size(), details);
  }
}
