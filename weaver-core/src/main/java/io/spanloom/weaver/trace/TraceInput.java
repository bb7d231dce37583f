package io.spanloom.weaver.trace;

import java.util.List;

/**
 * What was found in the files.
 *
 * @param spans in the order of the files; of a span written twice, the first
 * @param duplicates spans left out because they were read before
 * @param metrics lines that hold metrics
 * @param logs lines that hold log records
 * @param others lines that hold no OTLP at all, such as a logger's own
 * @param broken lines that should hold OTLP but cannot be read
 */
public record TraceInput(
    List<Span> spans, int duplicates, int metrics, int logs, int others, List<BrokenLine> broken) {

  /**
   * A line that was skipped although it was meant to be read.
   *
   * @param file the file's name
   * @param number the line's, from 1
   */
  public record BrokenLine(String file, long number, String reason) {

    @Override
    public String toString() {
      return "%s, line %d: %s".formatted(file, number, reason);
    }
  }
}
