package io.spanloom.benchmarks.build;

import io.spanloom.weaver.blueprint.Blueprint;
import io.spanloom.weaver.blueprint.BlueprintRequest;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reads the blueprint of a module in a new JVM, as a build does. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BlueprintBenchmark {

  /** How many classes the module has. */
  @Param("10000")
  public int classes = 10_000;

  private SampleModule module = SampleModule.none();

  @Setup
  public void compile() throws IOException, InterruptedException {
    module = SampleModule.compiled(classes);
  }

  @Benchmark
  public Blueprint blueprintCold() throws Exception {
    Blueprint blueprint =
        Blueprint.of(new BlueprintRequest("benchmark", module.classes(), Map.of()));
    if (blueprint.nodes().isEmpty()) {
      throw new IllegalStateException("Not what is to be measured: no span");
    }
    return blueprint;
  }
}
