package io.spanloom.weaver.doctor;

import org.jspecify.annotations.Nullable;

/** Spans do not arrive; the message says why and what to do next. */
public final class DoctorException extends Exception {

  private static final long serialVersionUID = 1L;

  DoctorException(String message) {
    this(message, null);
  }

  DoctorException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
