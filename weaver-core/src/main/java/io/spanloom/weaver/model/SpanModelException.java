package io.spanloom.weaver.model;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A span model that this plugin cannot read; the message is meant for the person who builds. */
public final class SpanModelException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  SpanModelException(String message, @Nullable Exception cause) {
    super(message, cause);
  }
}
