package io.spanloom.advice;

import org.jspecify.annotations.Nullable;

/** What identifies a session, a user or a tool call: text, of which blanks say nothing. */
final class Identifier {

  private Identifier() {}

  /** The identifier, or {@code null} if there is none. */
  static @Nullable String of(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
