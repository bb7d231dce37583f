package io.spanloom.benchmarks.session;

import io.spanloom.benchmarks.call.Telemetry;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A span of a session that has a hundred thousand, and of one that has a million. A session is one
 * agent's run; its model calls ask for tools that nobody calls.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GrowthBenchmark {

  private static final int MANY = 100_000;
  private static final int MORE = 1_000_000;

  private final WovenSession session = new WovenSession();

  /** Has spans recorded and dropped. */
  @Setup
  public void start() {
    Telemetry.SAMPLED.start();
  }

  @Benchmark
  @OperationsPerInvocation(MANY)
  public int toolsHundredThousand() {
    return session.callTools("s-1", MANY);
  }

  @Benchmark
  @OperationsPerInvocation(MORE)
  public int toolsMillion() {
    return session.callTools("s-1", MORE);
  }

  @Benchmark
  @OperationsPerInvocation(MANY)
  public int unclaimedHundredThousand() {
    return session.callModel("s-1", MANY);
  }

  @Benchmark
  @OperationsPerInvocation(MORE)
  public int unclaimedMillion() {
    return session.callModel("s-1", MORE);
  }
}
