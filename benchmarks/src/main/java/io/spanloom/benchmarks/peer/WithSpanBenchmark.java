package io.spanloom.benchmarks.peer;

import io.spanloom.benchmarks.call.Telemetry;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A tool call traced by OpenTelemetry's Java agent, whose SDK is brought into its state. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WithSpanBenchmark {

  /** The state of tracing, which the agent's settings make. */
  @Param({"NO_SDK", "UNSAMPLED", "SAMPLED"})
  public Telemetry telemetry = Telemetry.NO_SDK;

  private final String callId = "call_Ji4NBSOlcv8mPQEOuPs7TbXv";
  private final String field = "title";
  private final int limit = 10;

  private final WithSpanTool tool = new WithSpanTool();

  /** An agent that did nothing would be cheap. */
  @Setup
  public void check() {
    telemetry.check(tool.span());
  }

  @Benchmark
  public String withSpan() {
    return tool.search(callId, field, limit);
  }
}
