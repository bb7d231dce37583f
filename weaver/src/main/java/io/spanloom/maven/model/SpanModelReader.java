package io.spanloom.maven.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads the span model of a directory of classes.
 *
 * <p>Members it does not know are skipped, so that a processor may say more than this plugin
 * understands. A newer format version is refused: it means that known members have changed.
 */
public final class SpanModelReader {

  /** Where the model lies below a directory of classes. */
  public static final String LOCATION = "META-INF/spanloom/span-model.json";

  /** The newest format version that this plugin understands. */
  public static final int FORMAT_VERSION = 1;

  private SpanModelReader() {}

  /**
   * Reads the model below a directory of classes.
   *
   * @return the model, or null if the directory has none
   * @throws SpanModelException if there is a file that is not a model this plugin understands
   */
  public static @Nullable SpanModel readBelow(Path classesDirectory) throws SpanModelException {
    Path file = classesDirectory.resolve(LOCATION);
    try {
      return parse(file, Files.readAllBytes(file));
    } catch (NoSuchFileException absent) {
      return null;
    } catch (IOException failure) {
      throw unreadable(file, failure.toString(), failure);
    }
  }

  /**
   * Makes sense of a model's bytes.
   *
   * @param file where they come from, for messages
   * @throws SpanModelException if they are not a model this plugin understands
   */
  public static SpanModel parse(Path file, byte[] json) throws SpanModelException {
    try {
      requireKnownFormat(file, SpanModelParser.formatVersion(json));
      return SpanModelParser.model(json);
    } catch (JsonProcessingException malformed) {
      throw unreadable(file, malformed.getOriginalMessage(), malformed);
    } catch (IOException failure) {
      throw unreadable(file, failure.toString(), failure);
    }
  }

  private static void requireKnownFormat(Path file, @Nullable Integer version)
      throws SpanModelException {
    if (version == null) {
      throw unreadable(file, "it has no \"formatVersion\"", null);
    }
    if (version > FORMAT_VERSION) {
      throw new SpanModelException(
          "Cannot read %s: it has format version %d and this plugin understands up to %d. Update spanloom-maven-plugin to the version of spanloom-processor."
              .formatted(file, version, FORMAT_VERSION),
          null);
    }
  }

  private static SpanModelException unreadable(
      Path file, String reason, @Nullable Exception cause) {
    return new SpanModelException(
        "Cannot read %s: %s. Rebuild the module with 'mvn clean process-classes'."
            .formatted(file, withoutFullStop(reason)),
        cause);
  }

  private static String withoutFullStop(String reason) {
    return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
  }
}
