package io.spanloom.weaver.lock;

import org.jspecify.annotations.Nullable;

/** A lock file cannot be read or written. */
public final class LockException extends Exception {

  private static final long serialVersionUID = 1L;

  LockException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
