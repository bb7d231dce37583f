package io.spanloom.springboot;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.spanloom.internal.metric.InstrumentationScope;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the sampled spans of Spanloom that pass through the SDK: this application's own, or Spring
 * Boot's, which takes all beans of this kind.
 */
public final class SpanCounter implements SpanProcessor {

  private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

  private final LongAdder started = new LongAdder();
  private final LongAdder ended = new LongAdder();
  private final LongAdder failed = new LongAdder();

  SpanCounter() {}

  /** How many spans have started. */
  public long started() {
    return started.sum();
  }

  /** How many spans have ended. */
  public long ended() {
    return ended.sum();
  }

  /** How many spans have ended with an error. */
  public long failed() {
    return failed.sum();
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    if (isOurs(span)) {
      started.increment();
    }
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    if (isOurs(span)) {
      ended.increment();
      if (span.getAttribute(ERROR_TYPE) != null) {
        failed.increment();
      }
    }
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }

  private static boolean isOurs(ReadableSpan span) {
    return span.getInstrumentationScopeInfo().getName().equals(InstrumentationScope.NAME);
  }
}
