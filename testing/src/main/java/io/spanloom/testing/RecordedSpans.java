package io.spanloom.testing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.spanloom.Spanloom;
import io.spanloom.SpanloomOptions;
import java.time.Duration;
import java.util.List;

/** What a test has recorded so far. Safe for use by several threads. */
public final class RecordedSpans {

  private final SpanMemory memory = new SpanMemory();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(memory))
                  .build())
          .build();

  private RecordedSpans() {}

  static RecordedSpans start(SpanloomOptions options) {
    RecordedSpans recorded = new RecordedSpans();
    Spanloom.install(recorded.sdk, options);
    return recorded;
  }

  /** The ended spans, in the order of their starts. */
  public List<SpanData> spans() {
    return memory.spans();
  }

  /** The traces of the ended spans, in the order of their starts. */
  public List<Trace> traces() {
    return Trace.allOf(spans());
  }

  /**
   * The only trace.
   *
   * @throws AssertionError if there is none, or more than one
   */
  public Trace trace() {
    List<Trace> traces = traces();
    if (traces.size() == 1) {
      return traces.get(0);
    }
    throw new AssertionError(
        traces.isEmpty()
            ? "Expected one trace, but no span has ended. Are the classes under test woven, and have calls on other threads come to their end (awaitSpans)?"
            : "Expected one trace, but there are " + traces.size() + ":\n" + Trace.text(traces));
  }

  /**
   * Waits until that many spans have ended: for calls that end on other threads.
   *
   * @return this
   * @throws AssertionError if they have not within the time
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public RecordedSpans awaitSpans(int count, Duration atMost) throws InterruptedException {
    if (memory.await(count, atMost)) {
      return this;
    }
    throw new AssertionError(
        "Expected "
            + count
            + " spans within "
            + atMost.toMillis()
            + " ms, but there are "
            + spans().size()
            + ":\n"
            + Trace.text(traces()));
  }

  /** Forgets what is recorded so far. */
  public void clear() {
    memory.clear();
  }

  /** The SDK that records, for what makes spans beside Spanloom. */
  public OpenTelemetry openTelemetry() {
    return sdk;
  }

  void close() {
    sdk.close();
  }
}
