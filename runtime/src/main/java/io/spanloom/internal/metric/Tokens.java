package io.spanloom.internal.metric;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import io.spanloom.llm.TokenUsage;

/** Measures the tokens of model calls, the way a version of the conventions wants it. */
interface Tokens {

  void record(TokenUsage usage, Attributes series, Context context);

  static Tokens of(MetricConvention convention, Meter meter) {
    return convention.countsTokens() ? new TokenCounters(meter) : new TokenHistogram(meter);
  }
}
