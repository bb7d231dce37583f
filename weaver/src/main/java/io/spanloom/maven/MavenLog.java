package io.spanloom.maven;

import io.spanloom.weaver.BuildLog;
import java.io.PrintStream;
import org.apache.maven.plugin.logging.Log;

/** Maven's log. */
record MavenLog(Log log) implements BuildLog {

  @Override
  public void info(String message) {
    log.info(message);
  }

  @Override
  public void warn(String message) {
    log.warn(message);
  }

  /** {@code mvn -q} shows it too. */
  @Override
  public void print(String text) {
    PrintStream out = System.out;
    out.print(text);
    out.flush();
  }
}
