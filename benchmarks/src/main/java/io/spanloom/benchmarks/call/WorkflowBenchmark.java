package io.spanloom.benchmarks.call;

import io.opentelemetry.api.OpenTelemetry;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A workflow of 50 spans. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WorkflowBenchmark {

  /** The state of tracing. */
  @Param({"UNSAMPLED", "SAMPLED"})
  public Telemetry telemetry = Telemetry.UNSAMPLED;

  private final String callId = "call_Ji4NBSOlcv8mPQEOuPs7TbXv";
  private final String field = "title";

  private final WovenWorkflow woven = new WovenWorkflow();
  private HandWrittenWorkflow onBuilder = new HandWrittenWorkflow(OpenTelemetry.noop(), true);
  private HandWrittenWorkflow onSpan = onBuilder;

  /** Brings tracing into its state. */
  @Setup
  public void start() {
    OpenTelemetry openTelemetry = telemetry.start();
    onBuilder = new HandWrittenWorkflow(openTelemetry, true);
    onSpan = new HandWrittenWorkflow(openTelemetry, false);
  }

  @Benchmark
  public int handWrittenOnBuilder() {
    return onBuilder.run(callId, field);
  }

  @Benchmark
  public int handWrittenOnSpan() {
    return onSpan.run(callId, field);
  }

  @Benchmark
  public int woven() {
    return woven.run(callId, field);
  }
}
