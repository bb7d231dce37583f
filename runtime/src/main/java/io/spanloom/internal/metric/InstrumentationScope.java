package io.spanloom.internal.metric;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The instrumentation scope that spans, metrics and events are recorded in. */
public final class InstrumentationScope {

  /** The scope's name. */
  public static final String NAME = "io.spanloom";

  /** The version of Spanloom, or {@code null} if a repackaged jar lost the file that has it. */
  public static final @Nullable String VERSION = version();

  private InstrumentationScope() {}

  private static @Nullable String version() {
    try (InputStream in = InstrumentationScope.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version");
    } catch (IOException unreadable) {
      return null;
    }
  }
}
