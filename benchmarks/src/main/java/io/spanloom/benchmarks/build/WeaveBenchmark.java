package io.spanloom.benchmarks.build;

import io.spanloom.weaver.weave.WeaveOutcome;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Weaves a module, for the first time and when nothing changed, as the Maven plugin does.
 *
 * <p>A build is a new JVM mostly, which is what {@code Cold} stands for: such a benchmark is run
 * once a fork, without warm-up.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WeaveBenchmark {

  /** A module that was never woven. */
  @State(Scope.Benchmark)
  public static class Compiled {

    @Param({"1", "1000", "10000"})
    public int classes = 1;

    private SampleModule module = SampleModule.none();

    @Setup
    public void compile() throws IOException, InterruptedException {
      module = SampleModule.compiled(classes);
    }

    @Setup(Level.Invocation)
    public void unweave() throws IOException {
      module.unweave();
    }
  }

  /** A module as the last build left it. */
  @State(Scope.Benchmark)
  public static class Woven {

    @Param({"1", "1000", "10000"})
    public int classes = 1;

    private SampleModule module = SampleModule.none();

    @Setup
    public void weave() throws IOException, InterruptedException {
      module = SampleModule.woven(classes);
    }
  }

  @Benchmark
  public WeaveOutcome weaveCold(Compiled state) throws Exception {
    return changed(state.module.weave(), true);
  }

  @Benchmark
  public WeaveOutcome weaveWarm(Compiled state) throws Exception {
    return changed(state.module.weave(), true);
  }

  @Benchmark
  public WeaveOutcome unchangedCold(Woven state) throws Exception {
    return changed(state.module.weave(), false);
  }

  @Benchmark
  public WeaveOutcome unchangedWarm(Woven state) throws Exception {
    return changed(state.module.weave(), false);
  }

  private static WeaveOutcome changed(WeaveOutcome outcome, boolean expected) {
    if (outcome.changed() != expected) {
      throw new IllegalStateException("Not what is to be measured: " + outcome);
    }
    return outcome;
  }
}
