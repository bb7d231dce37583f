package io.spanloom.internal.session;

import org.jspecify.annotations.Nullable;

/** What identifies a session, a user or a tool call: text, of which blanks say nothing. */
public final class Identifier {

  private Identifier() {}

  /** The identifier, or {@code null} if there is none. */
  public static @Nullable String of(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
