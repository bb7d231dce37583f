package io.spanloom.example.rag.judge;

import java.util.List;

/**
 * What a judge found.
 *
 * @param score which part of the answer the passages support, from 0 to 1
 * @param unsupported the statements they do not
 * @param promptVersion which prompt the judge went by: scores of two prompts cannot be compared
 */
public record Verdict(double score, List<String> unsupported, String promptVersion) {

  private static final double GROUNDED = 0.8;

  /** Copies the list. */
  public Verdict {
    unsupported = List.copyOf(unsupported);
  }

  /** The score in a word. */
  public String label() {
    return score >= GROUNDED ? "grounded" : "not grounded";
  }

  /** Why. */
  public String explanation() {
    return unsupported.isEmpty()
        ? "Every statement is in the passages."
        : "Not in the passages: " + String.join(" ", unsupported);
  }
}
