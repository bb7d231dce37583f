package io.spanloom.weaver.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.spanloom.weaver.file.BoundedFile;
import io.spanloom.weaver.file.TooLargeException;
import java.io.IOException;
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
      return parse(file, bytes(file));
    } catch (NoSuchFileException absent) {
      return null;
    }
  }

  /**
   * The bytes of the module's own model.
   *
   * @throws NoSuchFileException if there is no such file
   * @throws SpanModelException if it cannot be read, or is too large to be
   */
  public static byte[] bytes(Path file) throws SpanModelException, NoSuchFileException {
    try {
      return BoundedFile.read(file);
    } catch (NoSuchFileException absent) {
      throw absent;
    } catch (IOException failure) {
      throw Origin.own(file).unreadable(reason(failure), failure);
    }
  }

  /**
   * Makes sense of the bytes of the module's own model.
   *
   * @param file where they come from, for messages
   * @throws SpanModelException if they are not a model this plugin understands
   */
  public static SpanModel parse(Path file, byte[] json) throws SpanModelException {
    return parse(Origin.own(file), json);
  }

  /**
   * Makes sense of the bytes of a dependency's model.
   *
   * @param dependency its name, for messages
   * @param pattern what excludes it, for messages
   * @throws SpanModelException if they are not a model this plugin understands
   */
  public static SpanModel parseOf(String dependency, String pattern, byte[] json)
      throws SpanModelException {
    return parse(Origin.of(dependency, pattern), json);
  }

  /** A dependency's model cannot be read at all. */
  public static SpanModelException unreadable(
      String dependency, String pattern, IOException failure) {
    return Origin.of(dependency, pattern).unreadable(reason(failure), failure);
  }

  private static SpanModel parse(Origin origin, byte[] json) throws SpanModelException {
    try {
      requireKnownFormat(origin, SpanModelParser.formatVersion(json));
      return SpanModelParser.model(json);
    } catch (JsonProcessingException malformed) {
      throw origin.unreadable(malformed.getOriginalMessage(), malformed);
    } catch (IOException failure) {
      throw origin.unreadable(reason(failure), failure);
    }
  }

  private static void requireKnownFormat(Origin origin, @Nullable Integer version)
      throws SpanModelException {
    if (version == null || version < 1) {
      throw origin.unreadable("it has no \"formatVersion\"", null);
    }
    if (version > FORMAT_VERSION) {
      throw new SpanModelException(
          "Cannot read %s: it has format version %d and this plugin understands up to %d. Update spanloom-maven-plugin to the version of spanloom-processor%s."
              .formatted(origin.file, version, FORMAT_VERSION, origin.orElse),
          null);
    }
  }

  /**
   * Whose model it is, for messages.
   *
   * @param remedy what to do about a damaged one
   * @param orElse what else to do about one that is newer than this plugin
   */
  private record Origin(String file, String remedy, String orElse) {

    static Origin own(Path file) {
      return new Origin(file.toString(), "Rebuild the module with 'mvn clean process-classes'", "");
    }

    static Origin of(String dependency, String pattern) {
      String exclude = "<dependencies><exclude>%s</exclude></dependencies>".formatted(pattern);
      return new Origin(
          "the span model of " + dependency,
          "Update the dependency, or leave its spans out with %s in the plugin's configuration"
              .formatted(exclude),
          ", or leave the dependency's spans out with " + exclude);
    }

    SpanModelException unreadable(String reason, @Nullable Exception cause) {
      return new SpanModelException(
          "Cannot read %s: %s. %s.".formatted(file, withoutFullStop(reason), remedy), cause);
    }
  }

  private static String reason(IOException failure) {
    return failure instanceof TooLargeException
        ? String.valueOf(failure.getMessage())
        : failure.toString();
  }

  private static String withoutFullStop(String reason) {
    return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
  }
}
