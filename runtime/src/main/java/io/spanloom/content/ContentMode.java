package io.spanloom.content;

/**
 * Where content is recorded: prompts, answers, arguments, results and documents.
 *
 * <p>The values are those of {@code OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT} in the
 * OpenTelemetry GenAI conventions. Structure (names, ids, models, counts, sizes) is recorded
 * always.
 */
public enum ContentMode {
  /** Nowhere. */
  NO_CONTENT,
  /** In span attributes. */
  SPAN_ONLY,
  /** In events. */
  EVENT_ONLY,
  /** In span attributes and in events. */
  SPAN_AND_EVENT;

  /** Whether span attributes may hold content. */
  public boolean onSpans() {
    return this == SPAN_ONLY || this == SPAN_AND_EVENT;
  }

  /** Whether events may hold content. */
  public boolean inEvents() {
    return this == EVENT_ONLY || this == SPAN_AND_EVENT;
  }
}
