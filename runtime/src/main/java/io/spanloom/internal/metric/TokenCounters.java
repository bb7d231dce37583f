package io.spanloom.internal.metric;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import io.spanloom.llm.TokenUsage;
import org.jspecify.annotations.Nullable;

/**
 * A counter for each sort of token ({@code gen_ai.client.inference.usage.*} of the conventions' own
 * repository), and a histogram for each direction. Providers tell audio apart and nothing else, so
 * the rest is of unknown modality.
 */
final class TokenCounters implements Tokens {

  private static final AttributeKey<String> MODALITY = stringKey("gen_ai.token.modality");
  private static final String UNKNOWN = "unknown";

  private final LongCounter input;
  private final LongCounter output;
  private final LongCounter cacheRead;
  private final LongCounter cacheWrite;
  private final LongCounter reasoning;
  private final LongHistogram inputOfOperation;
  private final LongHistogram outputOfOperation;

  TokenCounters(Meter meter) {
    this.input = counter(meter, "input_tokens", "Input tokens used, cached ones included.");
    this.output = counter(meter, "output_tokens", "Output tokens used, reasoning included.");
    this.cacheRead = counter(meter, "cache_read.input_tokens", "Input tokens read from a cache.");
    this.cacheWrite =
        counter(meter, "cache_write.input_tokens", "Input tokens written to a cache.");
    this.reasoning = counter(meter, "reasoning.output_tokens", "Output tokens spent on reasoning.");
    this.inputOfOperation = histogram(meter, "input_tokens", "Input tokens per model call.");
    this.outputOfOperation = histogram(meter, "output_tokens", "Output tokens per model call.");
  }

  @Override
  public void record(TokenUsage usage, Attributes series, Context context) {
    Attributes unknown = series.toBuilder().put(MODALITY, UNKNOWN).build();
    apart(input, usage.input(), usage.audioInput(), series, unknown, context);
    apart(output, usage.output(), usage.audioOutput(), series, unknown, context);
    add(cacheRead, usage.cacheRead(), unknown, context);
    add(cacheWrite, usage.cacheWrite(), unknown, context);
    add(reasoning, usage.reasoning(), unknown, context);
    record(inputOfOperation, usage.input(), series, context);
    record(outputOfOperation, usage.output(), series, context);
  }

  private static void apart(
      LongCounter counter,
      @Nullable Long all,
      @Nullable Long audio,
      Attributes series,
      Attributes unknown,
      Context context) {
    if (all == null || audio == null || audio <= 0 || audio > all) {
      add(counter, all, unknown, context);
      return;
    }
    add(counter, audio, series.toBuilder().put(MODALITY, "audio").build(), context);
    add(counter, all - audio, unknown, context);
  }

  private static void add(
      LongCounter counter, @Nullable Long count, Attributes series, Context context) {
    if (count != null && count >= 0) {
      counter.add(count, series, context);
    }
  }

  private static void record(
      LongHistogram histogram, @Nullable Long count, Attributes series, Context context) {
    if (count != null && count >= 0) {
      histogram.record(count, series, context);
    }
  }

  private static LongHistogram histogram(Meter meter, String name, String description) {
    return meter
        .histogramBuilder("gen_ai.client.inference.operation." + name)
        .ofLongs()
        .setUnit("{token}")
        .setDescription(description)
        .setExplicitBucketBoundariesAdvice(Buckets.TOKENS)
        .build();
  }

  private static LongCounter counter(Meter meter, String name, String description) {
    return meter
        .counterBuilder("gen_ai.client.inference.usage." + name)
        .setUnit("{token}")
        .setDescription(description)
        .build();
  }
}
