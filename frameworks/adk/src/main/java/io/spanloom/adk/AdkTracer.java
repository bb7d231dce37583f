package io.spanloom.adk;

import com.google.adk.telemetry.Tracing;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for ADK's own tracer, so that each call has one span.
 *
 * <p>It is the spans of that tracer by which ADK carries the context through its operators.
 */
final class AdkTracer implements Tracer {

  private static final String AGENT = "invoke_agent ";
  private static final String TOOL = "execute_tool ";
  private static final String MERGED_TOOLS = "execute_tool (merged)";

  private final Tracer adks;

  private AdkTracer(Tracer adks) {
    this.adks = adks;
  }

  /**
   * Takes the place of ADK's tracer.
   *
   * <p>ADK asks the global OpenTelemetry for its tracer when its class is loaded. That makes a
   * later start of OpenTelemetry fail, so it must not be loaded for this earlier than by ADK.
   */
  static synchronized void install() {
    Tracer current = Tracing.getTracer();
    if (!(current instanceof AdkTracer)) {
      Tracing.setTracerForTesting(new AdkTracer(current));
    }
  }

  @Override
  public SpanBuilder spanBuilder(String name) {
    return new AdkSpanBuilder(this, adks.spanBuilder(name), name);
  }

  /** The span in place of ADK's, or {@code null} if it is left to ADK. */
  @Nullable Span start(String name, Context parent) {
    AdkSpan above = AdkSpan.in(parent);
    if (name.equals("invocation")) {
      return new InvocationSpan(adks, name, parent);
    }
    if (name.startsWith(AGENT)) {
      return new AgentSpan(adks, name, parent);
    }
    if (above instanceof RelayedSpan relayed && !relayed.isStarted()) {
      relayed.becomeOwn();
    }
    if (above == null || (above instanceof RelayedSpan relayed && relayed.isOwn())) {
      return null;
    }
    return below(above, name, parent);
  }

  private static @Nullable Span below(AdkSpan above, String name, Context parent) {
    if (name.equals("call_llm") && above instanceof AgentSpan agent) {
      ModelSpan model = new ModelSpan(parent);
      agent.asks(model);
      return model;
    }
    if (name.equals(MERGED_TOOLS)) {
      return new NoSpan(parent);
    }
    return name.startsWith(TOOL) ? new ToolSpan(parent) : null;
  }
}
