package io.spanloom.internal.call;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import io.spanloom.cost.Cost;
import io.spanloom.internal.convention.Identity;
import io.spanloom.internal.metric.Measured;
import io.spanloom.internal.metric.Metrics;
import io.spanloom.internal.session.Totals;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.TokenUsage;
import org.jspecify.annotations.Nullable;

/** Measures one call, sampled or not; does nothing where nobody reads metrics. */
public final class Measurement {

  /** That of a call which is not measured. */
  static final Measurement NONE = new Measurement(null, null, Context.root());

  private static final double NANOS_PER_SECOND = 1_000_000_000;

  /** Set while the call is measured. */
  private @Nullable Metrics metrics;

  private final @Nullable Measured call;
  private final Context context;
  private final long startNanos;

  private @Nullable String errorType;
  private @Nullable String responseModel;
  private @Nullable TokenUsage usage;
  private @Nullable Cost cost;
  private @Nullable Totals run;
  private boolean firstChunkSeen;

  private Measurement(@Nullable Metrics metrics, @Nullable Measured call, Context context) {
    this.metrics = metrics;
    this.call = call;
    this.context = context;
    this.startNanos = metrics == null ? 0 : System.nanoTime();
  }

  /** The call begins; measurements are recorded in the context, for exemplars to find the span. */
  static Measurement start(
      Metrics metrics,
      Identity identity,
      @Nullable LlmRequest request,
      Attributes session,
      Context inside) {
    Measured call =
        request == null
            ? Measured.started(identity, session, null, null)
            : Measured.started(identity, session, request.serverAddress(), request.serverPort());
    Measurement started = new Measurement(metrics, call, inside);
    metrics.started(call, inside);
    return started;
  }

  /** Whether what the call tells is wanted here, even if its span is not recorded. */
  public boolean isOn() {
    return metrics != null;
  }

  /** The first chunk of a streamed response has come. */
  public void firstChunk() {
    if (metrics != null && call != null && !firstChunkSeen) {
      firstChunkSeen = true;
      metrics.firstChunk(call, secondsSinceStart(), context);
    }
  }

  /**
   * Another chunk of a streamed response has come.
   *
   * @param seconds since the one before
   */
  public void laterChunk(double seconds) {
    if (metrics != null && call != null) {
      metrics.laterChunk(call, seconds, context);
    }
  }

  void failed(String type) {
    if (isOn()) {
      errorType = type;
    }
  }

  public void answered(@Nullable String model, @Nullable TokenUsage used, @Nullable Cost price) {
    if (isOn()) {
      responseModel = model;
      usage = used;
      cost = price;
    }
  }

  public void ran(Totals totals) {
    if (isOn()) {
      run = totals;
    }
  }

  /** The call is over; measured once however often it is said. */
  void end() {
    Metrics installed = metrics;
    if (installed == null || call == null) {
      return;
    }
    metrics = null;
    Measured ended = call.ended(responseModel, errorType);
    installed.ended(call, ended, secondsSinceStart(), context);
    installed.modelCall(ended, usage, cost, context);
    if (run != null) {
      run.measure(installed, ended, context);
    }
  }

  private double secondsSinceStart() {
    return (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
  }
}
