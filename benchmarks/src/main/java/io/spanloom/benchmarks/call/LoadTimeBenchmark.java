package io.spanloom.benchmarks.call;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One call of the tool, woven by AspectJ's agent when it was loaded: run in a JVM that finds the
 * classes as the compiler left them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LoadTimeBenchmark {

  /** The state of tracing. */
  @Param({"NO_SDK", "UNSAMPLED", "SAMPLED"})
  public Telemetry telemetry = Telemetry.NO_SDK;

  private final String callId = "call_Ji4NBSOlcv8mPQEOuPs7TbXv";
  private final String field = "title";
  private final int limit = 10;

  private final WovenTool woven = new WovenTool();

  /** Brings tracing into its state. */
  @Setup
  public void start() {
    String location = String.valueOf(WovenTool.class.getResource("WovenTool.class"));
    if (!location.contains("unwoven")) {
      throw new IllegalStateException("Woven by the build: " + location);
    }
    telemetry.start();
    telemetry.check(new WovenProbe().span());
  }

  @Benchmark
  public String wovenAtLoadTime() {
    return woven.search(callId, field, limit);
  }
}
