package io.spanloom.springboot.springai;

import io.micrometer.observation.Observation;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.spanloom.StartedSpan;
import org.springframework.core.Ordered;

/**
 * Makes the spans of some observations in Micrometer's place: of the tracing handlers, Spring Boot
 * uses the first that supports an observation. Observations below it become children of the span.
 *
 * @param <C> what it supports
 */
@SuppressWarnings("try") // a scope is only there to be closed
final class TracingTakeover<C extends Observation.Context>
    implements TracingObservationHandler<C>, Ordered {

  private final SpanObservationHandler<C> spans;
  private final Tracer tracer;

  TracingTakeover(SpanObservationHandler<C> spans, Tracer tracer) {
    this.spans = spans;
    this.tracer = tracer;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public Tracer getTracer() {
    return tracer;
  }

  @Override
  public boolean supportsContext(Observation.Context context) {
    return spans.supportsContext(context);
  }

  @Override
  public void onStart(C context) {
    spans.onStart(context);
    StartedSpan span = spans.span(context);
    if (span != null) {
      try (Scope ignored = span.makeCurrent()) {
        getTracingContext(context).setSpan(OtelSpan.fromOtel(Span.current()));
      }
    }
  }

  @Override
  public void onStop(C context) {
    spans.onStop(context);
  }

  @Override
  public void onError(C context) {}

  @Override
  public void onEvent(Observation.Event event, C context) {}

  @Override
  public void onScopeOpened(C context) {
    SpanScopes.open(context, spans.span(context));
  }

  @Override
  public void onScopeClosed(C context) {
    SpanScopes.close(context);
  }

  @Override
  public void onScopeReset(C context) {}
}
