package io.spanloom.springboot;

import io.spanloom.internal.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Reads settings from the sources that Spring Boot reads properties from. */
final class EnvironmentSettings {

  private static final ConfigurationPropertyName SPANLOOM =
      ConfigurationPropertyName.of("spanloom");
  private static final ConfigurationPropertyName OTEL = ConfigurationPropertyName.of("otel");

  /** What the starter itself reads. */
  static final List<String> OWN = List.of("spanloom.enabled");

  private final Environment environment;
  private final Binder binder;

  EnvironmentSettings(Environment environment) {
    this.environment = environment;
    this.binder = Binder.get(environment);
  }

  /**
   * Spanloom's settings by name, as Spring Boot binds them, and unknown names below {@code
   * spanloom}, of which the runtime warns.
   */
  Map<String, String> spanloom() {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : Settings.names()) {
      String value = value(name);
      if (value != null) {
        values.put(name, value);
      }
    }
    for (ConfigurationPropertyName name : names(SPANLOOM::isAncestorOf)) {
      if (!isKnown(name)) {
        values.putIfAbsent(name.toString(), "");
      }
    }
    return values;
  }

  /** OpenTelemetry's settings in the application's own configuration. */
  Map<String, String> openTelemetry() {
    Map<String, String> values = new LinkedHashMap<>();
    for (ConfigurationPropertyName name : names(OTEL::isAncestorOf)) {
      String value = value(name.toString());
      if (value != null) {
        values.put(name.toString(), value);
      }
    }
    return values;
  }

  private @Nullable String value(String name) {
    String text = binder.bind(name, String.class).orElse(null);
    return text != null
        ? text
        : binder
            .bind(name, Bindable.listOf(String.class))
            .map(parts -> String.join(",", parts))
            .orElse(null);
  }

  private List<ConfigurationPropertyName> names(Predicate<ConfigurationPropertyName> wanted) {
    return ownSources().stream()
        .flatMap(IterableConfigurationPropertySource::stream)
        .filter(wanted)
        .distinct()
        .toList();
  }

  /** Without system properties and variables, which the runtime and OpenTelemetry read. */
  private List<IterableConfigurationPropertySource> ownSources() {
    if (!(environment instanceof ConfigurableEnvironment configurable)) {
      return List.of();
    }
    return configurable.getPropertySources().stream()
        .filter(EnvironmentSettings::isOwn)
        .map(ConfigurationPropertySource::from)
        .filter(IterableConfigurationPropertySource.class::isInstance)
        .map(IterableConfigurationPropertySource.class::cast)
        .toList();
  }

  private static boolean isOwn(PropertySource<?> source) {
    return !source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME)
        && !source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)
        && !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source);
  }

  private static boolean isKnown(ConfigurationPropertyName name) {
    ConfigurationPropertyName setting = name;
    while (setting.isLastElementIndexed()) {
      setting = setting.getParent();
    }
    return List.of(Settings.names(), OWN).stream()
        .flatMap(List::stream)
        .map(ConfigurationPropertyName::of)
        .anyMatch(setting::equals);
  }
}
