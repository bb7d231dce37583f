package io.spanloom.weaver.view;

import org.jspecify.annotations.Nullable;

/** Traces cannot be shown; the message says why and what to do next. */
public final class ViewException extends Exception {

  private static final long serialVersionUID = 1L;

  ViewException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
