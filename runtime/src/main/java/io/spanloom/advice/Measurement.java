package io.spanloom.advice;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import io.spanloom.convention.Identity;
import io.spanloom.cost.Cost;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.TokenUsage;
import io.spanloom.metric.Measured;
import io.spanloom.metric.Metrics;
import org.jspecify.annotations.Nullable;

/** Measures one call, sampled or not; does nothing where nobody reads metrics. */
final class Measurement {

  private static final double NANOS_PER_SECOND = 1_000_000_000;

  /** Set while the call is measured. */
  private @Nullable Metrics metrics;

  private @Nullable Measured call;
  private Context context = Context.root();
  private long startNanos;

  private @Nullable String errorType;
  private @Nullable String responseModel;
  private @Nullable TokenUsage usage;
  private @Nullable Cost cost;
  private @Nullable Totals run;
  private boolean firstChunkSeen;

  void reset() {
    metrics = null;
    call = null;
    context = Context.root();
    errorType = null;
    responseModel = null;
    usage = null;
    cost = null;
    run = null;
    firstChunkSeen = false;
  }

  /** The call begins; measurements are recorded in the context, for exemplars to find the span. */
  void start(
      @Nullable Metrics installed,
      Identity identity,
      @Nullable LlmRequest request,
      Attributes session,
      Context inside) {
    if (installed == null) {
      return;
    }
    startNanos = System.nanoTime();
    call =
        request == null
            ? Measured.started(identity, session, null, null)
            : Measured.started(identity, session, request.serverAddress(), request.serverPort());
    context = inside;
    installed.started(call, inside);
    metrics = installed;
  }

  /** Whether what the call tells is wanted here, even if its span is not recorded. */
  boolean isOn() {
    return metrics != null;
  }

  /** A streamed answer's first chunk has come; later ones are not measured. */
  void firstChunk() {
    if (metrics != null && call != null && !firstChunkSeen) {
      firstChunkSeen = true;
      metrics.firstChunk(call, secondsSinceStart(), context);
    }
  }

  void failed(String type) {
    errorType = type;
  }

  void answered(@Nullable String model, @Nullable TokenUsage used, @Nullable Cost price) {
    responseModel = model;
    usage = used;
    cost = price;
  }

  void ran(Totals totals) {
    run = totals;
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
