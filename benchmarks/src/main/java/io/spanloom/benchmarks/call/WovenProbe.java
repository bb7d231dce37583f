package io.spanloom.benchmarks.call;

import io.opentelemetry.api.trace.Span;
import io.spanloom.annotations.Task;

/** Shows whether weaving worked: a benchmark of code that is not woven would be cheap. */
final class WovenProbe {

  /** The span of this call. */
  @Task
  Span span() {
    return Span.current();
  }
}
