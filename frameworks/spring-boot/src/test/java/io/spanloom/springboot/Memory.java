package io.spanloom.springboot;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps the spans that have ended. */
public final class Memory implements SpanProcessor {

  private final List<SpanData> spans = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  /** The spans as a text: a line for each, below its parent, in the order of their starts. */
  public String tree() {
    StringBuilder text = new StringBuilder();
    List<SpanData> sorted =
        spans.stream().sorted(Comparator.comparingLong(SpanData::getStartEpochNanos)).toList();
    for (SpanData span : sorted) {
      if (sorted.stream().noneMatch(other -> other.getSpanId().equals(span.getParentSpanId()))) {
        append(span, sorted, "", text);
      }
    }
    return text.toString();
  }

  private static void append(
      SpanData span, List<SpanData> spans, String indent, StringBuilder text) {
    text.append(indent).append(span.getName()).append('\n');
    spans.stream()
        .filter(child -> child.getParentSpanId().equals(span.getSpanId()))
        .forEach(child -> append(child, spans, indent + "  ", text));
  }

  public List<SpanData> spans() {
    return spans;
  }

  public boolean isClosed() {
    return closed;
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {}

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    spans.add(span.toSpanData());
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }

  @Override
  public CompletableResultCode shutdown() {
    closed = true;
    return CompletableResultCode.ofSuccess();
  }
}
