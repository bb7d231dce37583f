package io.spanloom.sdk;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Prints each trace as a tree when its local root ends: name, duration, tokens, cost, tool-call id
 * and error.
 *
 * <p>For development and examples. Traces that never end are bounded: beyond 100 open traces the
 * oldest is printed as it is.
 */
public final class ConsoleTree implements SpanProcessor {

  private static final int MAX_OPEN_TRACES = 100;
  private static final int MAX_SPANS = 10_000;

  private final Consumer<String> printer;
  private final Map<String, List<SpanData>> openTraces = new LinkedHashMap<>();

  private ConsoleTree(Consumer<String> printer) {
    this.printer = printer;
  }

  /** Hands each finished tree to the printer, as one text of several lines. */
  public static ConsoleTree to(Consumer<String> printer) {
    return new ConsoleTree(printer);
  }

  /** Prints each finished tree to standard output. */
  public static ConsoleTree toStandardOutput() {
    return to(System.out::println);
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
    for (List<SpanData> trace : finishedBy(span)) {
      printer.accept(SpanTree.of(trace).render());
    }
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }

  /** Prints the traces whose root has not ended. */
  @Override
  public CompletableResultCode shutdown() {
    for (List<SpanData> trace : takeAll()) {
      printer.accept(SpanTree.of(trace).render());
    }
    return CompletableResultCode.ofSuccess();
  }

  private synchronized List<List<SpanData>> finishedBy(ReadableSpan span) {
    List<List<SpanData>> finished = new ArrayList<>(1);
    String traceId = span.getSpanContext().getTraceId();
    List<SpanData> trace = openTraces.computeIfAbsent(traceId, id -> new ArrayList<>());
    if (trace.size() < MAX_SPANS) {
      trace.add(span.toSpanData());
    }
    boolean isLocalRoot =
        !span.getParentSpanContext().isValid() || span.getParentSpanContext().isRemote();
    if (isLocalRoot) {
      finished.add(openTraces.remove(traceId));
    } else if (openTraces.size() > MAX_OPEN_TRACES) {
      finished.add(openTraces.remove(openTraces.keySet().iterator().next()));
    }
    return finished;
  }

  private synchronized List<List<SpanData>> takeAll() {
    List<List<SpanData>> all = new ArrayList<>(openTraces.values());
    openTraces.clear();
    return all;
  }
}
