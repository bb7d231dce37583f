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

/** One call of a tool with an id and two arguments. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ToolCallBenchmark {

  /** The state of tracing. */
  @Param({"NO_SDK", "UNSAMPLED", "SAMPLED"})
  public Telemetry telemetry = Telemetry.NO_SDK;

  private final String callId = "call_Ji4NBSOlcv8mPQEOuPs7TbXv";
  private final String field = "title";
  private final int limit = 10;

  private final PlainTool plain = new PlainTool();
  private final WovenTool woven = new WovenTool();
  private final CodeTool code = new CodeTool();
  private HandWrittenTool handWritten = new HandWrittenTool(OpenTelemetry.noop());

  /** Brings tracing into its state. */
  @Setup
  public void start() {
    handWritten = new HandWrittenTool(telemetry.start());
  }

  @Benchmark
  public String plain() {
    return plain.search(callId, field, limit);
  }

  @Benchmark
  public String handWrittenOnBuilder() {
    return handWritten.searchOnBuilder(callId, field, limit);
  }

  @Benchmark
  public String handWrittenOnSpan() {
    return handWritten.searchOnSpan(callId, field, limit);
  }

  @Benchmark
  public String woven() {
    return woven.search(callId, field, limit);
  }

  @Benchmark
  public String fromCode() {
    return code.search(callId, field, limit);
  }
}
