package io.spanloom.gradle;

import io.spanloom.weaver.BuildLog;
import org.gradle.api.logging.Logger;

/** Gradle's log; what the weaver says at each build is shown with {@code --info}. */
record GradleLog(Logger log) implements BuildLog {

  @Override
  public void info(String message) {
    log.info(message);
  }

  @Override
  public void warn(String message) {
    log.warn(message);
  }

  @Override
  public void print(String text) {
    log.quiet(text);
  }
}
