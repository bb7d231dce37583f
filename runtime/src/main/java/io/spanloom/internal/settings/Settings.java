package io.spanloom.internal.settings;

import io.spanloom.content.Preset;
import io.spanloom.cost.PriceTable;
import io.spanloom.internal.content.ContentSettings;
import io.spanloom.internal.convention.Convention;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How Spanloom traces.
 *
 * @param conventions the conventions spans are written in
 * @param content what content may be recorded
 * @param reparentTools whether a tool becomes a child of the reasoning that asked for it
 * @param prices what models cost
 * @param metricAttributes the session's attributes that go on metrics too
 * @param baggage the keys of session values that travel to other processes
 * @param retrieval how much is recorded of documents and embeddings
 */
public record Settings(
    List<Convention> conventions,
    ContentSettings content,
    boolean reparentTools,
    PriceTable prices,
    List<String> metricAttributes,
    List<String> baggage,
    RetrievalSettings retrieval) {

  public Settings {
    conventions = List.copyOf(conventions);
    metricAttributes = List.copyOf(metricAttributes);
    baggage = List.copyOf(baggage);
  }

  /**
   * The settings of system properties and environment, defaults elsewhere.
   *
   * @param preset what the defaults are taken from; {@code null} means what the environment says
   */
  public static Settings fromEnvironment(@Nullable Preset preset) {
    return from(Map.of(), preset);
  }

  /**
   * The same, with values by name that win over system properties.
   *
   * @param values values of {@link #names}
   */
  public static Settings from(Map<String, String> values, @Nullable Preset preset) {
    return SettingsReader.ofProcess(values).read(preset);
  }

  /** The names of all settings, such as {@code spanloom.content}. */
  public static List<String> names() {
    return SettingsReader.KNOWN;
  }

  /** What is in force, by name; without what may hold a secret, such as addresses. */
  public Map<String, Object> inForce() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(SettingsReader.CONVENTIONS, conventions.stream().map(Convention::id).toList());
    values.put(ContentReader.MODE, content.mode().name());
    values.put(ContentReader.MAX_LENGTH, content.maxLength());
    values.put(ContentReader.TO_STRING, content.usesToString());
    values.put(ContentReader.FREE_TEXT, content.freeText());
    values.put(
        ContentReader.EXCEPTION_MESSAGE, content.recordsExceptionMessages() ? "redacted" : "none");
    values.put(SettingsReader.TOOL_PARENT, reparentTools ? "reasoning" : "lexical");
    values.put(SettingsReader.METRIC_ATTRIBUTES, metricAttributes);
    values.put(SettingsReader.BAGGAGE, baggage);
    values.put(SettingsReader.MAX_DOCUMENTS, retrieval.maxDocuments());
    values.put(SettingsReader.VECTORS, retrieval.vectors());
    return values;
  }
}
