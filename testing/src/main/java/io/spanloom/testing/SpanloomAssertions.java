package io.spanloom.testing;

import java.util.List;

/** Where assertions on traces begin. */
public final class SpanloomAssertions {

  private SpanloomAssertions() {}

  /** Assertions on a trace. */
  public static TraceAssert assertThat(Trace actual) {
    return new TraceAssert(actual);
  }

  /** Assertions on a span and those below it. */
  public static SpanAssert assertThat(TracedSpan actual) {
    return new SpanAssert(actual, new Trace(actual.data().getTraceId(), List.of(actual)));
  }
}
