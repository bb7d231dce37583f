package io.spanloom.content;

/**
 * Whether spans record the messages of exceptions, {@code spanloom.exception.message}.
 *
 * <p>A message may quote anything that the program dealt with, so it is content. Without a choice
 * spans record messages if they record content and no text of it is hidden.
 */
public enum ExceptionMessageMode {
  /** Spans show an exception's type and stack frames. */
  NONE,
  /** Spans show messages as well. Every message passes the redactor. */
  REDACTED
}
