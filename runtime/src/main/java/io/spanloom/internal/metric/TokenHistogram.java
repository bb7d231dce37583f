package io.spanloom.internal.metric;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import io.spanloom.llm.TokenUsage;
import org.jspecify.annotations.Nullable;

/**
 * One histogram for both directions, which {@code gen_ai.token.type} distinguishes (1.41.1 and
 * before).
 */
final class TokenHistogram implements Tokens {

  private static final AttributeKey<String> TYPE = stringKey("gen_ai.token.type");

  private final LongHistogram tokens;

  TokenHistogram(Meter meter) {
    this.tokens =
        meter
            .histogramBuilder("gen_ai.client.token.usage")
            .ofLongs()
            .setUnit("{token}")
            .setDescription("Number of input and output tokens used.")
            .setExplicitBucketBoundariesAdvice(Buckets.TOKENS)
            .build();
  }

  @Override
  public void record(TokenUsage usage, Attributes series, Context context) {
    record(usage.input(), "input", series, context);
    record(usage.output(), "output", series, context);
  }

  private void record(@Nullable Long count, String type, Attributes series, Context context) {
    if (count != null) {
      tokens.record(count, series.toBuilder().put(TYPE, type).build(), context);
    }
  }
}
