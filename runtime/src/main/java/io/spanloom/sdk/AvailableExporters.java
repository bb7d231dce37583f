package io.spanloom.sdk;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.logs.ConfigurableLogRecordExporterProvider;
import io.opentelemetry.sdk.autoconfigure.spi.metrics.ConfigurableMetricExporterProvider;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Leaves out the exporters that are configured, or standard, but not on the class path. The SDK
 * would not start because of them.
 */
final class AvailableExporters implements Function<ConfigProperties, Map<String, String>> {

  private static final String TRACES = "otel.traces.exporter";
  private static final String METRICS = "otel.metrics.exporter";
  private static final String LOGS = "otel.logs.exporter";

  /** It pulls: the SDK finds it by an internal service. */
  private static final String PROMETHEUS = "prometheus";

  private static final Map<String, String> ARTIFACTS =
      Map.of(
          "otlp",
          "io.opentelemetry:opentelemetry-exporter-otlp",
          "zipkin",
          "io.opentelemetry:opentelemetry-exporter-zipkin",
          "console",
          "io.opentelemetry:opentelemetry-exporter-logging",
          "logging",
          "io.opentelemetry:opentelemetry-exporter-logging",
          "logging-otlp",
          "io.opentelemetry:opentelemetry-exporter-logging-otlp",
          PROMETHEUS,
          "io.opentelemetry:opentelemetry-exporter-prometheus");

  private final ClassLoader loader = AutoConfiguredOpenTelemetrySdk.class.getClassLoader();
  private final Consumer<String> warnings;

  AvailableExporters(Consumer<String> warnings) {
    this.warnings = warnings;
  }

  /** The settings with the exporters that are there, as far as they differ. */
  @Override
  public Map<String, String> apply(ConfigProperties config) {
    Map<String, String> changes = new HashMap<>();
    Map<String, List<String>> missing = new LinkedHashMap<>();
    if (!config.getBoolean("otel.sdk.disabled", false)) {
      keep(config, TRACES, spanExporters(), changes, missing);
      keep(config, METRICS, metricExporters(), changes, missing);
      keep(config, LOGS, logExporters(), changes, missing);
    }
    missing.forEach((exporter, settings) -> warnings.accept(text(exporter, settings)));
    return changes;
  }

  private static void keep(
      ConfigProperties config,
      String setting,
      Set<String> available,
      Map<String, String> changes,
      Map<String, List<String>> missing) {
    List<String> chosen = config.getList(setting, List.of("otlp"));
    List<String> kept = new ArrayList<>(chosen);
    for (String exporter : chosen) {
      if (!exporter.equals("none") && !available.contains(exporter)) {
        kept.remove(exporter);
        missing.computeIfAbsent(exporter, name -> new ArrayList<>()).add(setting);
      }
    }
    if (kept.size() < chosen.size()) {
      changes.put(setting, kept.isEmpty() ? "none" : String.join(",", kept));
    }
  }

  private static String text(String exporter, List<String> settings) {
    String artifact = ARTIFACTS.get(exporter);
    return "Nothing goes to the exporter \""
        + exporter
        + "\", which is not on the class path. Add "
        + (artifact == null ? "the artifact it comes with" : artifact)
        + ", or choose another, or \"none\", by "
        + String.join(", ", settings)
        + ".";
  }

  private Set<String> spanExporters() {
    return names(ConfigurableSpanExporterProvider.class, ConfigurableSpanExporterProvider::getName);
  }

  private Set<String> metricExporters() {
    Set<String> names =
        names(
            ConfigurableMetricExporterProvider.class, ConfigurableMetricExporterProvider::getName);
    String server = "io/opentelemetry/exporter/prometheus/PrometheusHttpServer.class";
    if (loader.getResource(server) != null) {
      names.add(PROMETHEUS);
    }
    return names;
  }

  private Set<String> logExporters() {
    return names(
        ConfigurableLogRecordExporterProvider.class,
        ConfigurableLogRecordExporterProvider::getName);
  }

  /** One that cannot be loaded is not there. */
  private <P> Set<String> names(Class<P> provider, Function<P, String> name) {
    Set<String> names = new HashSet<>();
    Iterator<P> found = ServiceLoader.load(provider, loader).iterator();
    while (true) {
      try {
        if (!found.hasNext()) {
          return names;
        }
        names.add(name.apply(found.next()));
      } catch (ServiceConfigurationError | LinkageError unusable) {
        // The next may be usable.
      }
    }
  }
}
