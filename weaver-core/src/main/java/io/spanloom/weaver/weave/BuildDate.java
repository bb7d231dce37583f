package io.spanloom.weaver.weave;

import java.lang.reflect.Field;
import org.aspectj.bridge.Version;

/**
 * AspectJ's own build date, which it writes into each woven class. To parse it AspectJ loads the
 * time zones' names in all languages: a quarter of the time that it takes to weave one class.
 */
final class BuildDate {

  private BuildDate() {}

  /** Has AspectJ write what it writes if it cannot parse the date; a newer AspectJ parses it. */
  static void leaveOut() {
    try {
      Field time = Version.class.getDeclaredField("time");
      time.setAccessible(true);
      time.setLong(null, Version.NOTIME);
    } catch (ReflectiveOperationException | RuntimeException anotherVersion) {
      // It was only about time.
    }
  }
}
