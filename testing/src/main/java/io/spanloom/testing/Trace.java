package io.spanloom.testing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The spans of one trace as trees.
 *
 * @param traceId the trace's id, 32 lowercase hexadecimal digits
 * @param roots the spans whose parents are not among the trace's spans here, in the order of their
 *     starts: those without a parent, and those whose parent is in another process or has not ended
 */
public record Trace(String traceId, List<TracedSpan> roots) {

  public Trace {
    roots = List.copyOf(roots);
  }

  /** The traces that spans belong to, in the order of their starts. */
  public static List<Trace> allOf(Collection<SpanData> spans) {
    Map<String, List<SpanData>> byTrace =
        spans.stream()
            .sorted(Comparator.comparingLong(SpanData::getStartEpochNanos))
            .collect(groupingBy(SpanData::getTraceId, LinkedHashMap::new, Collectors.toList()));
    return byTrace.entrySet().stream().map(each -> of(each.getKey(), each.getValue())).toList();
  }

  private static Trace of(String traceId, List<SpanData> spans) {
    Set<String> ids = spans.stream().map(SpanData::getSpanId).collect(Collectors.toSet());
    Map<String, List<SpanData>> byParent =
        spans.stream()
            .filter(span -> ids.contains(span.getParentSpanId()))
            .collect(groupingBy(SpanData::getParentSpanId));
    return new Trace(
        traceId,
        spans.stream()
            .filter(span -> !ids.contains(span.getParentSpanId()))
            .map(root -> tree(root, byParent))
            .toList());
  }

  private static TracedSpan tree(SpanData span, Map<String, List<SpanData>> byParent) {
    return new TracedSpan(
        span,
        byParent.getOrDefault(span.getSpanId(), List.of()).stream()
            .map(child -> tree(child, byParent))
            .toList());
  }

  /** All spans, parents first. */
  public Stream<TracedSpan> spans() {
    return roots.stream().flatMap(TracedSpan::all);
  }

  /** The spans' names, one a line, each indented below its parent; {@code ERROR} marks failures. */
  public String tree() {
    StringBuilder text = new StringBuilder();
    roots.forEach(root -> append(text, root, ""));
    return text.toString();
  }

  private static void append(StringBuilder text, TracedSpan span, String indent) {
    text.append(indent).append(span.name());
    if (span.data().getStatus().getStatusCode() == StatusCode.ERROR) {
      text.append(" ERROR");
    }
    text.append('\n');
    span.children().forEach(child -> append(text, child, indent + "  "));
  }

  @Override
  public String toString() {
    return tree();
  }

  static String text(List<Trace> traces) {
    return traces.stream().map(Trace::tree).collect(joining("\n"));
  }
}
