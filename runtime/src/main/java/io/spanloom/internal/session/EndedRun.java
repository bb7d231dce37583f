package io.spanloom.internal.session;

import io.opentelemetry.api.trace.SpanContext;

/**
 * A run that ended before the work that it started.
 *
 * @param span the run's span
 * @param parentId the id of the span that the work is below now
 */
public record EndedRun(SpanContext span, String parentId) {

  /** Whether a span with that parent is the first that the work starts. */
  public boolean isLinkedBelow(SpanContext parent) {
    return parentId.equals(parent.getSpanId());
  }
}
