package io.spanloom.sdk;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last spans that have ended, in memory. This class can be loaded without an SDK. */
final class FinishedSpans {

  private final int maxSpans;
  private final Deque<SpanData> spans = new ArrayDeque<>();

  FinishedSpans(int maxSpans) {
    this.maxSpans = maxSpans;
  }

  /** The spans in the order of their ends. */
  synchronized List<SpanData> all() {
    return List.copyOf(spans);
  }

  /** Keeps the provider's spans from now on. */
  void addTo(SdkTracerProviderBuilder provider) {
    Processor.add(provider, this);
  }

  private synchronized void add(SpanData span) {
    if (spans.size() == maxSpans) {
      spans.removeFirst();
    }
    spans.addLast(span);
  }

  private record Processor(FinishedSpans spans) implements SpanProcessor {

    static void add(SdkTracerProviderBuilder provider, FinishedSpans spans) {
      provider.addSpanProcessor(new Processor(spans));
    }

    @Override
    public void onStart(Context parentContext, ReadWriteSpan span) {
      // A span is of interest once it ends.
    }

    @Override
    public boolean isStartRequired() {
      return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
      if (span.getSpanContext().isSampled()) {
        spans.add(span.toSpanData());
      }
    }

    @Override
    public boolean isEndRequired() {
      return true;
    }
  }
}
