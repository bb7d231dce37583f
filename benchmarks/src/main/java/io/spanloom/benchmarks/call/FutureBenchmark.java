package io.spanloom.benchmarks.call;

import io.opentelemetry.api.OpenTelemetry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One call of a tool that returns a future, and the completion of that future. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FutureBenchmark {

  /** The state of tracing. */
  @Param({"NO_SDK", "UNSAMPLED", "SAMPLED"})
  public Telemetry telemetry = Telemetry.NO_SDK;

  private final String callId = "call_Ji4NBSOlcv8mPQEOuPs7TbXv";
  private final String field = "title";
  private final int limit = 10;

  private final PlainFutureTool plain = new PlainFutureTool();
  private final WovenFutureTool woven = new WovenFutureTool();
  private HandWrittenFutureTool handWritten = new HandWrittenFutureTool(OpenTelemetry.noop());

  /** Brings tracing into its state. */
  @Setup
  public void start() {
    handWritten = new HandWrittenFutureTool(telemetry.start());
  }

  @Benchmark
  public CompletableFuture<String> plain() {
    return completed(plain.search(callId, field, limit));
  }

  @Benchmark
  public CompletableFuture<String> handWrittenOnBuilder() {
    return completed(handWritten.searchOnBuilder(callId, field, limit));
  }

  @Benchmark
  public CompletableFuture<String> handWrittenOnSpan() {
    return completed(handWritten.searchOnSpan(callId, field, limit));
  }

  @Benchmark
  public CompletableFuture<String> woven() {
    return completed(woven.search(callId, field, limit));
  }

  private CompletableFuture<String> completed(CompletableFuture<String> future) {
    future.complete(field);
    return future;
  }
}
