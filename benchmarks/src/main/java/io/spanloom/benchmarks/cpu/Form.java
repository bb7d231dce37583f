package io.spanloom.benchmarks.cpu;

/** How a call is traced. */
enum Form {
  WOVEN,
  /** By the API for what annotations cannot reach. */
  FROM_CODE,
  /** By hand, with the attributes on the builder of the span. */
  ON_BUILDER,
  /** By hand, with the attributes on the started span. */
  ON_SPAN;

  /** Whether it is hand-written OpenTelemetry code. */
  boolean byHand() {
    return this == ON_BUILDER || this == ON_SPAN;
  }
}
