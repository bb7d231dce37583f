package io.spanloom.springboot.springai;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;

/**
 * Makes the spans of some observations where Micrometer makes none.
 *
 * @param <C> what it supports
 */
record PlainSpans<C extends Observation.Context>(SpanObservationHandler<C> spans)
    implements ObservationHandler<C> {

  @Override
  public boolean supportsContext(Observation.Context context) {
    return spans.supportsContext(context);
  }

  @Override
  public void onStart(C context) {
    spans.onStart(context);
  }

  @Override
  public void onStop(C context) {
    spans.onStop(context);
  }

  @Override
  public void onScopeOpened(C context) {
    SpanScopes.open(context, spans.span(context));
  }

  @Override
  public void onScopeClosed(C context) {
    SpanScopes.close(context);
  }
}
