package io.spanloom.benchmarks.content;

import io.opentelemetry.api.OpenTelemetry;
import io.spanloom.SpanloomOptions;
import io.spanloom.benchmarks.call.Telemetry;
import io.spanloom.content.ContentMode;
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

/**
 * One sampled call of a tool with a large argument.
 *
 * <p>Spanloom redacts what it records; the code by hand does not. The bound on what is recorded is
 * lifted, so that all write the same value, but for {@link #wovenCut}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ContentBenchmark {

  /** How many characters the argument has as JSON. */
  @Param({"4096", "262144"})
  public int characters = 4096;

  private final String callId = "call_Ji4NBSOlcv8mPQEOuPs7TbXv";
  private final WovenFiling woven = new WovenFiling();
  private Map<String, Object> documents = Map.of();

  /** Makes the argument. */
  @Setup
  public void prepare() {
    documents = SampleRecord.withAddresses(characters);
  }

  /** No content is recorded, which is the default. */
  @State(Scope.Benchmark)
  public static class Off {

    @Setup
    public void start() {
      Telemetry.SAMPLED.start(SpanloomOptions.builder().build());
    }
  }

  /** Content is recorded on spans, up to the default bound. */
  @State(Scope.Benchmark)
  public static class Cut {

    @Setup
    public void start() {
      Telemetry.SAMPLED.start(SpanloomOptions.builder().content(ContentMode.SPAN_ONLY).build());
    }
  }

  /** All content is recorded on spans. */
  @State(Scope.Benchmark)
  public static class Recorded {

    private HandWrittenFiling handWritten = new HandWrittenFiling(OpenTelemetry.noop());

    @Setup
    public void start() {
      handWritten = new HandWrittenFiling(Telemetry.SAMPLED.start(wholeContent()));
    }
  }

  static SpanloomOptions wholeContent() {
    return SpanloomOptions.builder()
        .content(ContentMode.SPAN_ONLY)
        .maxContentLength(1 << 20)
        .build();
  }

  @Benchmark
  public String jackson() {
    return Json.write(Map.of("documents", documents));
  }

  @Benchmark
  public String handWrittenOnBuilder(Recorded state) {
    return state.handWritten.fileOnBuilder(callId, documents);
  }

  @Benchmark
  public String handWrittenOnSpan(Recorded state) {
    return state.handWritten.fileOnSpan(callId, documents);
  }

  @Benchmark
  public String woven(Recorded state) {
    return woven.file(callId, documents);
  }

  @Benchmark
  public String wovenCut(Cut state) {
    return woven.file(callId, documents);
  }

  @Benchmark
  public String wovenOff(Off state) {
    return woven.file(callId, documents);
  }
}
