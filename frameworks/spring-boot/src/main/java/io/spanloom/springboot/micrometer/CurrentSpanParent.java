package io.spanloom.springboot.micrometer;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.ObservationView;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/**
 * Has an observation below a span of Spanloom's become its child. Micrometer Tracing before 1.6
 * takes the span of the observation above it instead, and skips what was opened between the two.
 *
 * <p>It looks at the observation that is current on this thread only: whatever span is current then
 * was opened below it.
 */
final class CurrentSpanParent implements ObservationHandler<Observation.Context> {

  private final ObservationRegistry registry;

  CurrentSpanParent(ObservationRegistry registry) {
    this.registry = registry;
  }

  @Override
  public boolean supportsContext(Observation.Context context) {
    return true;
  }

  @Override
  public void onStart(Observation.Context context) {
    ObservationView parent = context.getParentObservation();
    Observation current = registry.getCurrentObservation();
    if (parent != null
        && current != null
        && current.getContextView() == parent.getContextView()
        && isBelow(parent.getContextView().get(TracingContext.class))) {
      context.setParentObservation(null);
    }
  }

  /** Whether the current span is another one of the same trace. */
  private static boolean isBelow(@Nullable TracingContext parent) {
    if (parent == null || parent.getSpan() == null) {
      return false;
    }
    SpanContext current = Span.current().getSpanContext();
    return current.isValid()
        && current.getTraceId().equals(parent.getSpan().context().traceId())
        && !current.getSpanId().equals(parent.getSpan().context().spanId());
  }
}
