package io.spanloom.gradle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The plugin's version, which is the version of all that it adds. */
final class PluginVersion {

  private PluginVersion() {}

  static String get() {
    try (InputStream in = PluginVersion.class.getResourceAsStream("version.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8).strip();
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot read the version of Spanloom's plugin", failure);
    }
  }
}
