package io.spanloom.advice;

/**
 * An exception's stack trace as text, its messages as they may be shown.
 *
 * <p>Only messages can hold what must not be recorded, so only they pass the redactor: an exception
 * is recorded on every span it leaves through, often many in a row.
 */
final class StackTraces {

  private static final int MAX_CAUSES = 8;

  private StackTraces() {}

  static String of(Throwable thrown, ExceptionText messages) {
    StringBuilder text = new StringBuilder();
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
      text.append(i == 0 ? "" : "Caused by: ");
      append(text, cause, messages);
      cause = cause.getCause();
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Throwable thrown, ExceptionText messages) {
    text.append(thrown.getClass().getName());
    String message = messages.shown(thrown.getMessage());
    if (message != null) {
      text.append(": ").append(message);
    }
    text.append('\n');
    for (StackTraceElement element : thrown.getStackTrace()) {
      if (text.length() > messages.maxLength()) {
        text.append("\t…\n");
        return;
      }
      text.append("\tat ").append(element).append('\n');
    }
  }
}
