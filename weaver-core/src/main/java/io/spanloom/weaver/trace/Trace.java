package io.spanloom.weaver.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trace: its spans from top to bottom, and over all of them.
 *
 * @param start nanoseconds since the epoch of the earliest start
 * @param end nanoseconds since the epoch of the latest end
 * @param times what tools and models took
 */
public record Trace(String id, long start, long end, List<Row> rows, List<TimeByName> times) {

  /**
   * A span in its place.
   *
   * @param parent index of the parent's row, or -1
   * @param orphan whether the span names a parent that was not recorded
   * @param subject the tool or model the span calls, if it does
   * @param own what the span itself used
   * @param total what the model calls at and below it used
   * @param requester index of the row of the model call that asked for this tool, or -1
   * @param critical when the trace waited for this span itself: pairs of from and to, in
   *     nanoseconds since the epoch
   */
  public record Row(
      Span span,
      SpanRole role,
      int parent,
      int depth,
      boolean orphan,
      @Nullable String subject,
      Usage own,
      Usage total,
      @Nullable String toolCallId,
      int requester,
      List<long[]> critical) {}

  /** The traces of these spans, the latest first. */
  public static List<Trace> of(List<Span> spans) {
    Map<String, List<Span>> byTrace = new LinkedHashMap<>();
    for (Span span : spans) {
      byTrace.computeIfAbsent(span.traceId(), id -> new ArrayList<>()).add(span);
    }
    List<Trace> traces = new ArrayList<>();
    byTrace.forEach((id, ofTrace) -> traces.add(of(id, ofTrace)));
    traces.sort(Comparator.comparingLong(Trace::start).reversed().thenComparing(Trace::id));
    return traces;
  }

  private static Trace of(String id, List<Span> spans) {
    TraceTree tree = TraceTree.of(spans);
    List<SpanRole> roles = new ArrayList<>(tree.size());
    for (int row = 0; row < tree.size(); row++) {
      roles.add(SpanRole.of(tree.span(row)));
    }
    return new Trace(
        id,
        spans.stream().mapToLong(Span::start).min().orElse(0),
        spans.stream().mapToLong(Span::end).max().orElse(0),
        rows(tree, roles),
        TimeByName.of(tree, roles));
  }

  private static List<Row> rows(TraceTree tree, List<SpanRole> roles) {
    Usages usages = new Usages(tree, roles);
    ToolRequests requests = new ToolRequests(tree, roles);
    CriticalPath path = new CriticalPath(tree);
    List<Row> rows = new ArrayList<>(tree.size());
    for (int row = 0; row < tree.size(); row++) {
      rows.add(
          new Row(
              tree.span(row),
              roles.get(row),
              tree.parent(row),
              tree.depth(row),
              tree.isOrphan(row),
              TimeByName.name(tree.span(row), roles.get(row)),
              usages.own(row),
              usages.total(row),
              requests.callId(row),
              requests.requester(row),
              path.segments(row).stream().map(it -> new long[] {it.from(), it.to()}).toList()));
    }
    return rows;
  }

  /** What all model calls used. */
  public Usage usage() {
    return rows.stream()
        .filter(it -> it.parent < 0)
        .map(Row::total)
        .reduce(Usage.NONE, Usage::plus);
  }

  /** How many spans failed. */
  public long errors() {
    return rows.stream().filter(it -> it.span.failed()).count();
  }
}
