package io.spanloom.sdk;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Switches the exporter of a signal off unless a setting names it or says where it exports to. */
final class ConfiguredExporters implements Function<ConfigProperties, Map<String, String>> {

  private static final List<String> SIGNALS = List.of("traces", "metrics", "logs");
  private static final String ENDPOINT = "otel.exporter.otlp.endpoint";

  @Override
  public Map<String, String> apply(ConfigProperties config) {
    Map<String, String> changes = new HashMap<>();
    for (String signal : SIGNALS) {
      boolean configured =
          isSet(config, exporter(signal))
              || isSet(config, ENDPOINT)
              || isSet(config, "otel.exporter.otlp." + signal + ".endpoint");
      if (!configured) {
        changes.put(exporter(signal), "none");
      }
    }
    return changes;
  }

  private static boolean isSet(ConfigProperties config, String property) {
    String value = config.getString(property);
    return value != null && !value.isBlank();
  }

  private static String exporter(String signal) {
    return "otel." + signal + ".exporter";
  }
}
