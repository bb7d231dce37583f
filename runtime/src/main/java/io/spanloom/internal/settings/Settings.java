package io.spanloom.internal.settings;

import io.spanloom.content.Preset;
import io.spanloom.cost.PriceTable;
import io.spanloom.internal.content.ContentSettings;
import io.spanloom.internal.convention.Convention;
import java.util.List;
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
    return SettingsReader.ofProcess().read(preset);
  }
}
