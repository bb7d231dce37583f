package io.spanloom.weaver.weave;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A module that cannot be woven; the message is meant for the person who builds. */
public final class WeaveException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  WeaveException(String message) {
    super(message);
  }

  WeaveException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static WeaveException unreadable(String className, RuntimeException cause) {
    return new WeaveException(
        "Cannot read class %s: %s. Compile for an older Java release, or update spanloom-maven-plugin; if the file is damaged, rebuild with 'mvn clean process-classes'."
            .formatted(className, cause.getMessage()),
        cause);
  }

  static WeaveException unreadable(Path directory, IOException cause) {
    return new WeaveException(
        "Cannot weave %s: %s. Check that the directory can be read and written."
            .formatted(directory, cause),
        cause);
  }
}
