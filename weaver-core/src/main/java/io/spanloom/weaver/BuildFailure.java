package io.spanloom.weaver;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The build of a module must not go on; the message is meant for the person who builds. */
public final class BuildFailure extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  public BuildFailure(String message) {
    super(message);
  }

  public BuildFailure(@Nullable String message, Throwable cause) {
    super(message, cause);
  }
}
