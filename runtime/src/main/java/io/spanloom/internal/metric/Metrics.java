package io.spanloom.internal.metric;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleCounter;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongCounterBuilder;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.LongUpDownCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterBuilder;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.context.Context;
import io.spanloom.cost.Cost;
import io.spanloom.llm.TokenUsage;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The instruments of an installation, by the names and buckets of the OpenTelemetry GenAI
 * conventions and, where these have none, of our own ({@code spanloom.*}).
 *
 * <p>Calls are measured whether their spans are sampled or not: a rate or a percentile must not
 * depend on what a sampler leaves over.
 */
public final class Metrics {

  private static final AttributeKey<String> FAILURE_KIND = stringKey("spanloom.error.kind");
  private static final AttributeKey<String> FAILURE_TYPE = stringKey("error.type");

  private final Set<String> sessionKeys;
  private final Cardinality cardinality;
  private final Series series;
  private final Tokens tokens;
  private final Durations durations;
  private final LongHistogram inferenceCalls;
  private final LongHistogram toolCalls;
  private final DoubleCounter cost;
  private final LongUpDownCounter active;
  private final LongCounter failures;

  private Metrics(
      Meter meter,
      MetricConvention convention,
      List<String> sessionKeys,
      Consumer<String> warnings) {
    this.sessionKeys = Set.copyOf(sessionKeys);
    this.cardinality = new Cardinality(warnings);
    this.series = new Series(convention, cardinality);
    this.tokens = Tokens.of(convention, meter);
    this.durations = Durations.of(meter, convention);
    this.inferenceCalls =
        calls(meter, "inference_calls", "{inference_call}", "Model calls of an agent's run");
    this.toolCalls = calls(meter, "tool_calls", "{tool_call}", "Tool calls of an agent's run");
    this.cost =
        counter(meter, "spanloom.cost", "{USD}", "Cost of model calls by the price table in force")
            .ofDoubles()
            .build();
    this.active =
        meter
            .upDownCounterBuilder("spanloom.operations.active")
            .setUnit("{operation}")
            .setDescription("Operations in progress")
            .build();
    this.failures =
        counter(meter, "spanloom.errors", "{error}", "Failures of Spanloom itself").build();
  }

  /**
   * The instruments of a meter provider, or {@code null} if it records nothing: then measuring is
   * to cost nothing either.
   *
   * @param conventionIds the conventions in force, which name the instruments
   * @param sessionKeys the session's attributes that go on metrics too
   * @param warnings receives one message for each attribute with too many values
   */
  public static @Nullable Metrics of(
      MeterProvider provider,
      @Nullable String schemaUrl,
      List<String> conventionIds,
      List<String> sessionKeys,
      Consumer<String> warnings) {
    MeterBuilder builder = provider.meterBuilder(InstrumentationScope.NAME);
    if (InstrumentationScope.VERSION != null) {
      builder.setInstrumentationVersion(InstrumentationScope.VERSION);
    }
    if (schemaUrl != null) {
      builder.setSchemaUrl(schemaUrl);
    }
    Meter meter = builder.build();
    return isNoop(meter)
        ? null
        : new Metrics(meter, MetricConvention.of(conventionIds), sessionKeys, warnings);
  }

  /** An SDK nobody reads metrics from hands out the same meter as no SDK at all. */
  @SuppressWarnings("ReferenceEquality") // there is one such meter
  private static boolean isNoop(Meter meter) {
    return meter == MeterProvider.noop().get("io.spanloom");
  }

  /** The session's attributes that go on metrics. */
  public Attributes chosen(Attributes session) {
    if (sessionKeys.isEmpty() || session.isEmpty()) {
      return Attributes.empty();
    }
    AttributesBuilder chosen = session.toBuilder();
    chosen.removeIf(key -> !sessionKeys.contains(key.getKey()));
    return chosen.build();
  }

  /** A call has begun. */
  public void started(Measured call, Context context) {
    if (call.identity().operation() != null) {
      active.add(1, series.of(call), context);
    }
  }

  /**
   * A call has ended.
   *
   * @param started the call as it was said to begin
   * @param ended the call with its outcome
   */
  public void ended(Measured started, Measured ended, double seconds, Context context) {
    if (started.identity().operation() != null) {
      active.add(-1, series.of(started), context);
    }
    DoubleHistogram duration = durations.of(ended.identity().role());
    if (duration != null) {
      duration.record(seconds, series.of(ended), context);
    }
  }

  /** What a model call used and cost, as far as it is known. */
  public void modelCall(
      Measured call, @Nullable TokenUsage usage, @Nullable Cost price, Context context) {
    if (usage != null) {
      tokens.record(usage, series.of(call), context);
    }
    if (price != null) {
      cost.add(price.total(), series.of(call), context);
    }
  }

  /** Time to first chunk of a streamed response. */
  public void firstChunk(Measured call, double seconds, Context context) {
    durations.firstChunk().record(seconds, series.of(call), context);
  }

  /** Time between two chunks of a streamed response. */
  public void laterChunk(Measured call, double seconds, Context context) {
    durations.laterChunk().record(seconds, series.of(call), context);
  }

  /** What an agent's run needed. */
  public void agentRun(Measured agent, long modelCalls, long toolCallCount, Context context) {
    inferenceCalls.record(modelCalls, series.of(agent), context);
    toolCalls.record(toolCallCount, series.of(agent), context);
  }

  /** Something of our own failed. */
  public void failure(String kind, Throwable failure) {
    String type = cardinality.bounded("spanloom.errors", failure.getClass().getName());
    failures.add(1, Attributes.of(FAILURE_KIND, kind, FAILURE_TYPE, type));
  }

  private static LongCounterBuilder counter(
      Meter meter, String name, String unit, String description) {
    return meter.counterBuilder(name).setUnit(unit).setDescription(description);
  }

  private static LongHistogram calls(Meter meter, String name, String unit, String description) {
    return meter
        .histogramBuilder("gen_ai.invoke_agent." + name)
        .ofLongs()
        .setUnit(unit)
        .setDescription(description)
        .setExplicitBucketBoundariesAdvice(Buckets.CALLS)
        .build();
  }
}
