package io.spanloom.example.rag.answer;

import org.jspecify.annotations.Nullable;

/**
 * Which way a question goes.
 *
 * @param style how to answer; null when the documents are about something else
 * @param confidence how sure that is, from 0 to 1
 */
public record Route(@Nullable AnswerStyle style, double confidence) {

  /** As it is called in traces. */
  public String label() {
    return style == null ? "out of scope" : style.label();
  }
}
