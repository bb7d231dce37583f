package io.spanloom.springboot.springai;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.spanloom.StartedSpan;
import org.jspecify.annotations.Nullable;

/**
 * Makes spans of observations.
 *
 * @param <C> what it supports
 */
interface SpanObservationHandler<C extends Observation.Context> extends ObservationHandler<C> {

  /** The span of an observation that has begun; {@code null} if it has none of its own. */
  @Nullable StartedSpan span(C context);
}
