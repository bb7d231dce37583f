package io.spanloom.weaver.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * What a trace's duration is made of: at each moment, the span that everything above it waits for.
 *
 * <p>Walked backwards from a root's end: the child that finished last is what the parent waited
 * for; before that child started, the one that had finished last by then; between them, the parent
 * itself. What a child does outside its parent's time, because it outlives it or because two clocks
 * differ, nobody waits for.
 */
final class CriticalPath {

  /** Time of a span on the path, in nanoseconds since the epoch. */
  record Segment(long from, long to) {}

  private record Visit(int row, long from, long to) {}

  private final TraceTree tree;
  private final List<List<Segment>> segments = new ArrayList<>();
  private final Deque<Visit> pending = new ArrayDeque<>();

  CriticalPath(TraceTree tree) {
    this.tree = tree;
    for (int row = 0; row < tree.size(); row++) {
      segments.add(new ArrayList<>(0));
    }
    for (int row = 0; row < tree.size(); row++) {
      if (tree.parent(row) == TraceTree.NONE) {
        pending.push(new Visit(row, tree.span(row).start(), tree.span(row).end()));
      }
    }
    while (!pending.isEmpty()) {
      walk(pending.pop());
    }
  }

  /** When the span itself was what the trace waited for, latest first. */
  List<Segment> segments(int row) {
    return segments.get(row);
  }

  private void walk(Visit visit) {
    long until = visit.to;
    for (int child : lastFinishedFirst(visit)) {
      long start = Math.max(tree.span(child).start(), visit.from);
      long end = Math.min(tree.span(child).end(), visit.to);
      if (end > until || start > end) {
        continue;
      }
      add(visit.row, end, until);
      pending.push(new Visit(child, start, end));
      until = start;
    }
    add(visit.row, visit.from, until);
  }

  private List<Integer> lastFinishedFirst(Visit visit) {
    List<Integer> children = new ArrayList<>(tree.children(visit.row));
    Comparator<Integer> byEnd =
        Comparator.comparingLong(child -> Math.min(tree.span(child).end(), visit.to));
    children.sort(byEnd.reversed().thenComparingLong(child -> tree.span(child).start()));
    return children;
  }

  private void add(int row, long from, long to) {
    if (to > from) {
      segments.get(row).add(new Segment(from, to));
    }
  }
}
