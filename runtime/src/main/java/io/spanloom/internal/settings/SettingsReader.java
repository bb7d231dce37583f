package io.spanloom.internal.settings;

import io.spanloom.content.Preset;
import io.spanloom.internal.content.ContentSettings;
import io.spanloom.internal.content.Redactor;
import io.spanloom.internal.convention.Convention;
import io.spanloom.internal.convention.Conventions;
import io.spanloom.internal.metric.Failures;
import io.spanloom.internal.metric.MetricKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings from system properties ({@code spanloom.content}), then environment variables
 * ({@code SPANLOOM_CONTENT}), then the standard variables of OpenTelemetry.
 *
 * <p>An unknown name or an illegal value is reported once and otherwise ignored.
 */
final class SettingsReader {

  private static final String PREFIX = "spanloom.";
  static final String CONVENTIONS = "spanloom.semconv";

  /** OpenTelemetry's variable, by which users ask for the newest conventions. */
  private static final String STABILITY_OPT_IN = "OTEL_SEMCONV_STABILITY_OPT_IN";

  private static final Set<String> NEWEST_GEN_AI = Set.of("gen_ai_latest_experimental", "gen_ai");
  private static final String NEWEST = "genai-dev";
  private static final String OPENINFERENCE = "openinference";
  static final String TOOL_PARENT = "spanloom.tool.parent";
  static final String METRIC_ATTRIBUTES = "spanloom.metrics.attributes";
  static final String PRICES = "spanloom.prices";
  static final String BAGGAGE = "spanloom.baggage";

  static final String MAX_DOCUMENTS = "spanloom.documents.max";
  static final String VECTORS = "spanloom.embedding.vectors";

  /** Read where the SDK is started. */
  private static final String TRACE_FILE = "spanloom.trace.file";

  static final List<String> KNOWN =
      Stream.of(
              ContentReader.KNOWN,
              List.of(CONVENTIONS, TOOL_PARENT, METRIC_ATTRIBUTES, PRICES, BAGGAGE, TRACE_FILE),
              List.of(MAX_DOCUMENTS, VECTORS))
          .flatMap(List::stream)
          .toList();

  /** Settings of the Maven plugin, which given to Maven reach its tests' processes too. */
  static final List<String> PLUGINS =
      List.of(
          "spanloom.doctor.patience",
          "spanloom.doctor.readBack",
          "spanloom.failOnLint",
          "spanloom.lockFile",
          "spanloom.output",
          "spanloom.outputDirectory",
          "spanloom.print",
          "spanloom.propagateContext",
          "spanloom.skip",
          "spanloom.traces",
          "spanloom.update");

  /** Read by the Spring Boot starter, which does not start Spanloom if it is {@code false}. */
  private static final String ENABLED = "spanloom.enabled";

  /** Settings that others read. */
  private static final Set<String> OTHERS =
      Stream.concat(PLUGINS.stream(), Stream.of(ENABLED)).collect(Collectors.toSet());

  /** At least two letters: one is a drive on Windows. */
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:");

  private final Map<String, String> properties;
  private final Map<String, String> environment;
  private final Consumer<String> warnings;

  SettingsReader(
      Map<String, String> properties, Map<String, String> environment, Consumer<String> warnings) {
    this.properties = properties;
    this.environment = environment;
    this.warnings = warnings;
  }

  /** Reads system properties and environment, and values by name that win over both. */
  static SettingsReader ofProcess(Map<String, String> values) {
    Map<String, String> properties = new HashMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      properties.put(name, System.getProperty(name, ""));
    }
    properties.putAll(values);
    System.Logger log = System.getLogger("io.spanloom");
    return new SettingsReader(
        properties, System.getenv(), text -> log.log(System.Logger.Level.WARNING, text));
  }

  /**
   * Reads all settings.
   *
   * @param preset chosen in code, or {@code null} if it was not
   */
  Settings read(@Nullable Preset preset) {
    warnOfUnknownNames();
    Redactor redactor =
        Redactor.load(failure -> Failures.outsideCalls("a redaction rule", failure));
    ContentSettings content = new ContentReader(this).read(preset, redactor);
    return new Settings(
        conventions(),
        content,
        reparentTools(),
        PriceSetting.read(this),
        metricAttributes(),
        baggage(),
        retrieval());
  }

  private List<Convention> conventions() {
    String value = value(CONVENTIONS);
    if (value == null) {
      return optsInToNewest() ? withNewestGenAi() : Conventions.byDefault();
    }
    Map<String, Convention> available = new LinkedHashMap<>();
    Conventions.available().forEach(convention -> available.put(convention.id(), convention));
    Map<String, Convention> chosen = new LinkedHashMap<>();
    for (String part : value.split(",", -1)) {
      String name = part.trim();
      Convention convention = available.get(name);
      if (convention == null) {
        illegal(
            CONVENTIONS, name, "a list of " + String.join(", ", available.keySet()), "the others");
      } else {
        chosen.put(name, convention);
      }
    }
    return chosen.isEmpty() ? Conventions.byDefault() : List.copyOf(chosen.values());
  }

  /** Other values of the variable are meant for other conventions. */
  private boolean optsInToNewest() {
    String value = variable(STABILITY_OPT_IN);
    return value != null
        && Stream.of(value.split(",", -1)).map(String::trim).anyMatch(NEWEST_GEN_AI::contains);
  }

  private static List<Convention> withNewestGenAi() {
    return Conventions.available().stream()
        .filter(
            convention -> convention.id().equals(NEWEST) || convention.id().equals(OPENINFERENCE))
        .toList();
  }

  private boolean reparentTools() {
    String value = value(TOOL_PARENT);
    if (value == null || value.equals("reasoning")) {
      return true;
    }
    if (!value.equals("lexical")) {
      illegal(TOOL_PARENT, value, "reasoning or lexical", "reasoning");
    }
    return !value.equals("lexical");
  }

  private List<String> metricAttributes() {
    String value = value(METRIC_ATTRIBUTES);
    List<String> keys = new ArrayList<>();
    for (String name : value == null ? new String[0] : value.split(",", -1)) {
      String key = name.trim();
      if (MetricKeys.isUnbounded(key)) {
        illegal(METRIC_ATTRIBUTES, key, "attributes with few values", "the others");
      } else if (!key.isEmpty()) {
        keys.add(key);
      }
    }
    return keys;
  }

  /** Commas separate keys; which ones there are, the application decides. */
  private List<String> baggage() {
    String value = value(BAGGAGE);
    return value == null
        ? List.of()
        : Arrays.stream(value.split(",", -1)).map(String::trim).filter(k -> !k.isEmpty()).toList();
  }

  private RetrievalSettings retrieval() {
    int documents = number(MAX_DOCUMENTS, "documents", 0, RetrievalSettings.DEFAULT_MAX_DOCUMENTS);
    return new RetrievalSettings(documents, truth(value(VECTORS), VECTORS, false));
  }

  /** A setting of ours, from a property or else a variable. */
  @Nullable String value(String name) {
    String property = properties.get(name);
    return property == null || property.isBlank() ? variable(variableName(name)) : property.trim();
  }

  /** An environment variable as it is called. */
  @Nullable String variable(String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value.trim();
  }

  private static String variableName(String property) {
    return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private void warnOfUnknownNames() {
    TreeSet<String> unknown = new TreeSet<>();
    for (String name : properties.keySet()) {
      if (name.startsWith(PREFIX) && !KNOWN.contains(name) && !OTHERS.contains(name)) {
        unknown.add(name);
      }
    }
    List<String> variables = KNOWN.stream().map(SettingsReader::variableName).toList();
    for (String name : environment.keySet()) {
      if (name.startsWith("SPANLOOM_")
          && !variables.contains(name)
          && !name.equals(variableName(ENABLED))) {
        unknown.add(name);
      }
    }
    for (String name : unknown) {
      warnings.accept(name + " is not a setting of Spanloom. Known: " + KNOWN + ".");
    }
  }

  /** A setting of ours that is a number of something. */
  int number(String name, String what, int least, int otherwise) {
    return number(value(name), name, what, least, otherwise);
  }

  /** A number of something, from a setting or a variable. */
  int number(@Nullable String value, String name, String what, int least, int otherwise) {
    if (value == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // falls through to the warning
    }
    illegal(name, value, "a number of " + what + ", at least " + least, String.valueOf(otherwise));
    return otherwise;
  }

  boolean truth(@Nullable String value, String name, boolean otherwise) {
    if (value == null) {
      return otherwise;
    }
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> {
        illegal(name, value, "true or false", String.valueOf(otherwise));
        yield otherwise;
      }
    };
  }

  void warn(String text) {
    warnings.accept(text);
  }

  void illegal(String name, String value, String allowed, String used) {
    warnings.accept(
        name
            + "="
            + printable(value)
            + " is not possible. Allowed: "
            + allowed
            + ". Using "
            + used
            + ".");
  }

  /** A value may be an address with a password or token, whatever setting it was given for. */
  static String printable(String value) {
    return value.contains("@") || ADDRESS.matcher(value).lookingAt() ? "****" : value;
  }
}
