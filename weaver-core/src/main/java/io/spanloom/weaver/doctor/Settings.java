package io.spanloom.weaver.doctor;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the OpenTelemetry SDK, in the order in which it looks: system properties ({@code
 * otel.…}) before environment variables ({@code OTEL_…}); what is blank is not set.
 */
final class Settings {

  /**
   * A value and where it comes from.
   *
   * @param origin the name of the property or variable
   */
  record Setting(String value, String origin) {}

  private final Map<String, String> properties;
  private final Map<String, String> environment;

  Settings(Map<String, String> properties, Map<String, String> environment) {
    this.properties = properties;
    this.environment = environment;
  }

  /** A setting by its property's name. */
  @Nullable Setting find(String property) {
    String value = properties.get(property);
    if (value != null && !value.isBlank()) {
      return new Setting(value.strip(), property);
    }
    String variable = property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    String inEnvironment = environment.get(variable);
    return inEnvironment == null || inEnvironment.isBlank()
        ? null
        : new Setting(inEnvironment.strip(), variable);
  }

  /** A setting of the OTLP exporter: that of traces, else that of all signals, else a default. */
  Setting otlp(String name, String byDefault) {
    Setting setting = otlp(name);
    return setting == null ? new Setting(byDefault, "default") : setting;
  }

  /** A setting of the OTLP exporter: that of traces, else that of all signals. */
  @Nullable Setting otlp(String name) {
    Setting ofTraces = find("otel.exporter.otlp.traces." + name);
    return ofTraces == null ? find("otel.exporter.otlp." + name) : ofTraces;
  }
}
