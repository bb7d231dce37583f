package io.spanloom.weaver.lock;

/**
 * One difference between what was promised and what is.
 *
 * @param breaking whether what reads the spans, or calls the tool, may fail over it
 * @param text the difference in a line: {@code - app.limit (long)}
 */
public record Change(boolean breaking, String text) {

  static Change breaking(String text) {
    return new Change(true, text);
  }

  static Change fine(String text) {
    return new Change(false, text);
  }
}
