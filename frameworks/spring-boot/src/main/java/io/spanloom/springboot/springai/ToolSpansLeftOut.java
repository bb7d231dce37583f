package io.spanloom.springboot.springai;

import io.micrometer.observation.Observation;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.opentelemetry.api.trace.Span;
import org.springframework.ai.tool.observation.ToolCallingObservationContext;
import org.springframework.core.Ordered;

/** Makes no spans of the tools that Spring AI runs: its traced manager has made them. */
record ToolSpansLeftOut(Tracer tracer)
    implements TracingObservationHandler<ToolCallingObservationContext>, Ordered {

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
    return context instanceof ToolCallingObservationContext;
  }

  /** Micrometer's meters want a span: the one that is current. */
  @Override
  public void onStart(ToolCallingObservationContext context) {
    getTracingContext(context).setSpan(OtelSpan.fromOtel(Span.current()));
  }

  @Override
  public void onStop(ToolCallingObservationContext context) {}

  @Override
  public void onError(ToolCallingObservationContext context) {}

  @Override
  public void onEvent(Observation.Event event, ToolCallingObservationContext context) {}

  @Override
  public void onScopeOpened(ToolCallingObservationContext context) {}

  @Override
  public void onScopeClosed(ToolCallingObservationContext context) {}

  @Override
  public void onScopeReset(ToolCallingObservationContext context) {}
}
