package io.spanloom.adk;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;

/** A run of a runner: the agent that it runs has the span. */
final class InvocationSpan extends RelayedSpan {

  InvocationSpan(Tracer adks, String name, Context parent) {
    super(adks, name, parent);
  }
}
