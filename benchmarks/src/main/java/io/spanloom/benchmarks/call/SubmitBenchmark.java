package io.spanloom.benchmarks.call;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.concurrent.Executor;
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
 * Handing a task to an executor and running it, in a span's context or in none. The executor runs
 * the task at once, as if its thread had another context: what a pool costs would hide the rest.
 */
@State(Scope.Benchmark)
@SuppressWarnings("try") // scopes are only closed
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SubmitBenchmark {

  /** Whether a span is current; {@code NO_SDK} means that none is. */
  @Param({"NO_SDK", "SAMPLED"})
  public Telemetry telemetry = Telemetry.NO_SDK;

  private final OtherThread executor = new OtherThread();
  private Context context = Context.root();
  private int runs;

  /** Makes the span that tasks are submitted in. */
  @Setup
  public void start() {
    OpenTelemetry openTelemetry = telemetry.start();
    if (telemetry != Telemetry.NO_SDK) {
      Span span = openTelemetry.getTracer("benchmark").spanBuilder("span").startSpan();
      context = Context.root().with(span);
    }
  }

  /** No context is carried. */
  @Benchmark
  public int plain() {
    try (io.opentelemetry.context.Scope inContext = context.makeCurrent()) {
      executor.hand(this::run);
    }
    return runs;
  }

  /** What {@code Context.taskWrapping} does for each task. */
  @Benchmark
  public int handWritten() {
    try (io.opentelemetry.context.Scope inContext = context.makeCurrent()) {
      executor.hand(Context.current().wrap(this::run));
    }
    return runs;
  }

  /** A woven call site. */
  @Benchmark
  public int woven() {
    try (io.opentelemetry.context.Scope inContext = context.makeCurrent()) {
      executor.execute(this::run);
    }
    return runs;
  }

  private void run() {
    runs++;
  }

  /** Runs tasks in the context that an idle pool's thread has. */
  private static final class OtherThread implements Executor {

    @Override
    public void execute(Runnable task) {
      hand(task);
    }

    /** The same by a name that is not woven. */
    void hand(Runnable task) {
      try (io.opentelemetry.context.Scope inContext = Context.root().makeCurrent()) {
        task.run();
      }
    }
  }
}
