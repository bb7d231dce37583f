package io.spanloom.springboot.springai;

import io.micrometer.observation.Observation;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.spanloom.StartedSpan;
import io.spanloom.springai.ModelObservationHandler;
import org.springframework.ai.model.observation.ModelObservationContext;
import org.springframework.core.Ordered;

/**
 * Makes the spans of model calls in Micrometer's place: of the tracing handlers, Spring Boot uses
 * the first that supports an observation. Observations below it become children of the span.
 */
@SuppressWarnings("try") // a scope is only there to be closed
record ModelSpansInPlace(ModelObservationHandler spans, Tracer tracer)
    implements TracingObservationHandler<ModelObservationContext<?, ?>>, Ordered {

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

  /** Micrometer's meters want a span, also where an annotated method has it. */
  @Override
  public void onStart(ModelObservationContext<?, ?> context) {
    spans.onStart(context);
    StartedSpan span = spans.span(context);
    try (Scope ignored = span == null ? Scope.noop() : span.makeCurrent()) {
      getTracingContext(context).setSpan(OtelSpan.fromOtel(Span.current()));
    }
  }

  @Override
  public void onStop(ModelObservationContext<?, ?> context) {
    spans.onStop(context);
  }

  @Override
  public void onError(ModelObservationContext<?, ?> context) {}

  @Override
  public void onEvent(Observation.Event event, ModelObservationContext<?, ?> context) {}

  @Override
  public void onScopeOpened(ModelObservationContext<?, ?> context) {
    SpanScopes.open(context, spans.span(context));
  }

  @Override
  public void onScopeClosed(ModelObservationContext<?, ?> context) {
    SpanScopes.close(context);
  }

  @Override
  public void onScopeReset(ModelObservationContext<?, ?> context) {}
}
