package io.spanloom.content;

/**
 * A user's own detector of what must not be recorded: customer numbers, names of patients.
 *
 * <p>Found by {@link java.util.ServiceLoader} or given to {@code SpanloomOptions}; called by many
 * threads at once, on the thread of the traced call and before the built-in detectors. A rule that
 * throws or answers {@code null} has its text replaced as a whole; nothing of it is recorded.
 */
public interface RedactionRule {

  /**
   * The text as it may be recorded.
   *
   * @param text a recorded text or a piece of one: a string inside a larger value, a message; at
   *     most its first characters as far as they can be recorded
   */
  String redact(String text);
}
