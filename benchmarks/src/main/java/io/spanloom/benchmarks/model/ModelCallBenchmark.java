package io.spanloom.benchmarks.model;

import io.opentelemetry.api.OpenTelemetry;
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

/** One call of a model with ten messages and three tool calls in its answer; content is off. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ModelCallBenchmark {

  /** The state of tracing. */
  @Param({"NO_SDK", "UNSAMPLED", "SAMPLED"})
  public Telemetry telemetry = Telemetry.NO_SDK;

  private final ChatSdk.Request request = Chat.request();
  private final PlainChat plain = new PlainChat();
  private final WovenChat woven = new WovenChat();
  private HandWrittenChat handWritten = new HandWrittenChat(OpenTelemetry.noop());

  /** Brings tracing into its state. */
  @Setup
  public void start() {
    handWritten = new HandWrittenChat(telemetry.start());
  }

  @Benchmark
  public ChatSdk.Response plain() {
    return plain.complete(request);
  }

  @Benchmark
  public ChatSdk.Response handWrittenOnBuilder() {
    return handWritten.completeOnBuilder(request);
  }

  @Benchmark
  public ChatSdk.Response handWrittenOnSpan() {
    return handWritten.completeOnSpan(request);
  }

  @Benchmark
  public ChatSdk.Response woven() {
    return woven.complete(request);
  }
}
