package io.spanloom.internal.convention;

import io.spanloom.internal.content.ContentPart;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attribute keys of the conventions, from the file that the processor and the Maven plugin read
 * too ({@code registry/attribute-keys.json} in our sources).
 *
 * @param versions the versions of the conventions, in the order of the file
 * @param content the keys whose values are content
 * @param meanings what each property says
 */
record KeyRegistry(
    List<Version> versions, Map<String, ContentPart> content, Map<SpanProperty, String> meanings) {

  private static final Logger LOG = System.getLogger("io.spanloom");
  private static final String FILE = "attribute-keys.json";
  private static final KeyRegistry BUNDLED =
      readOrEmpty(KeyRegistry.class.getResourceAsStream(FILE));

  /** The registry that comes with this version. */
  static KeyRegistry bundled() {
    return BUNDLED;
  }

  /**
   * Reads a registry. The traced program must go on without one, if whoever repackaged our jar left
   * the file out: its spans lack the conventions' attributes then.
   */
  static KeyRegistry readOrEmpty(@Nullable InputStream json) {
    try (json) {
      if (json == null) {
        throw new IOException("There is no resource " + FILE);
      }
      return KeyRegistryReader.read(json);
    } catch (IOException | RuntimeException broken) {
      LOG.log(
          Level.WARNING,
          "Spans carry no attributes of semantic conventions: Spanloom cannot read its "
              + FILE
              + ". Keep it when you repackage Spanloom's jar.",
          broken);
      return new KeyRegistry(List.of(), Map.of(), Map.of());
    }
  }

  /**
   * A version of a convention.
   *
   * @param id the name users choose it by
   * @param schemaUrl its schema URL, or {@code null} if it has none
   * @param event the event for a model call with its content, or {@code null} if it has none
   * @param exceptionEvent the event for an exception that a client operation failed with, or {@code
   *     null} if it has none
   * @param keys the keys of properties
   */
  record Version(
      String id,
      @Nullable String schemaUrl,
      @Nullable String event,
      @Nullable String exceptionEvent,
      AttributeMappings keys) {}
}
