package io.spanloom.micrometer;

import io.micrometer.context.ContextRegistry;
import io.micrometer.tracing.CurrentTraceContext;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * Makes Micrometer's current span the one that is current in OpenTelemetry.
 *
 * <p>Micrometer's bridge keeps the span of the innermost observation in OpenTelemetry's context and
 * ignores spans that others make current below it. Observations inside an agent then become
 * children of the observation around it, in a context without the agent's session and tool calls.
 * With this class they become children of the current span, in its context.
 *
 * <pre>{@code
 * @Bean
 * OtelCurrentTraceContext otelCurrentTraceContext() {
 *   return new SpanloomCurrentTraceContext();
 * }
 * }</pre>
 *
 * <p>Without Spring Boot, give it to the {@code OtelTracer} that the tracing handlers use.
 */
public final class SpanloomCurrentTraceContext extends OtelCurrentTraceContext {

  /**
   * Makes one, and has {@code ContextSnapshot} and Reactor's automatic context propagation carry
   * OpenTelemetry's context to other threads, after the observations.
   */
  public SpanloomCurrentTraceContext() {
    ContextRegistry.getInstance()
        .registerThreadLocalAccessor(new CurrentContextAccessor(this::observationInScope));
  }

  /** The current span; {@code null} if there is none. */
  @Override
  public @Nullable TraceContext context() {
    TraceContext observation = super.context();
    return observation == null || isCurrent(observation) ? observation : ofCurrentSpan(observation);
  }

  /**
   * Makes a span current. A span of ours that is current below it stays current: this is what a
   * thread change restores after the observation around it.
   */
  @Override
  public CurrentTraceContext.Scope newScope(@Nullable TraceContext context) {
    boolean surroundsCurrentSpan =
        context != null && context.equals(super.context()) && !isCurrent(context);
    return super.newScope(surroundsCurrentSpan ? null : context);
  }

  /** The innermost observation's span, or the current span if no observation is in scope. */
  private @Nullable TraceContext observationInScope() {
    return super.context();
  }

  private static TraceContext ofCurrentSpan(TraceContext observation) {
    Span current = Span.current();
    return current.getSpanContext().isValid()
        ? new OtelSpan(current, Context.current()).context()
        : observation;
  }

  private static boolean isCurrent(TraceContext context) {
    SpanContext current = Span.current().getSpanContext();
    return current.getSpanId().equals(context.spanId())
        && current.getTraceId().equals(context.traceId());
  }
}
