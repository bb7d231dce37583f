package io.spanloom.anthropic;

import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;

/**
 * Gets the spans that the SDK makes of its own calls. Those of the tools that it runs become spans
 * of ours, with the id of the call, which the SDK tells nobody else. The rest is not recorded: our
 * spans of the same calls have more, and tokens count once.
 */
final class SdkSpans implements TracerProvider, Tracer {

  @Override
  public Tracer get(String scope) {
    return this;
  }

  @Override
  public Tracer get(String scope, String version) {
    return this;
  }

  @Override
  public SpanBuilder spanBuilder(String name) {
    return new SdkSpanBuilder();
  }
}
