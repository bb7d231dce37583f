package io.spanloom.internal.metric;

import org.jspecify.annotations.Nullable;

/**
 * A failure as our own log has it: the types and the innermost stack frames of the exception and
 * its causes.
 *
 * <p>Never a message: exceptions quote what the program deals with, and a log is read by others
 * than a trace. Exceptions are the program's code too, so whatever they throw ends the text.
 */
final class FailureTrace {

  private static final int MAX_FRAMES = 12;
  private static final int MAX_CAUSES = 4;

  private FailureTrace() {}

  /** The type of the failure, then lines of frames and causes. */
  static String of(Throwable failure) {
    StringBuilder text = new StringBuilder();
    try {
      append(text, failure);
    } catch (Throwable itsOwnFault) {
      // What was read so far is shown.
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Throwable failure) {
    @Nullable Throwable cause = failure;
    for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
      text.append(i == 0 ? "" : "\nCaused by: ").append(cause.getClass().getName());
      StackTraceElement[] frames = cause.getStackTrace();
      for (int frame = 0; frame < Math.min(frames.length, MAX_FRAMES); frame++) {
        append(text.append("\n\tat "), frames[frame]);
      }
      cause = cause.getCause();
    }
  }

  private static void append(StringBuilder text, StackTraceElement frame) {
    text.append(frame.getClassName()).append('.').append(frame.getMethodName());
    if (frame.getFileName() != null) {
      text.append('(').append(frame.getFileName()).append(':');
      text.append(frame.getLineNumber()).append(')');
    }
  }
}
