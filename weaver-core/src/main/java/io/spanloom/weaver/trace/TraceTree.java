package io.spanloom.weaver.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The spans of one trace as a tree, its rows from top to bottom: each span before its children,
 * siblings by their start.
 *
 * <p>A span whose parent is not among the spans is a root, marked as an orphan; so is one span of
 * each circle of parents. Nothing here recurses: a trace may be one chain of 50,000 spans.
 */
final class TraceTree {

  static final int NONE = -1;

  private static final Comparator<Span> BY_START =
      Comparator.comparingLong(Span::start)
          .thenComparing(Comparator.comparingLong(Span::end).reversed())
          .thenComparing(Span::spanId);

  private final List<Span> spans = new ArrayList<>();
  private final List<Integer> parents = new ArrayList<>();
  private final List<Integer> depths = new ArrayList<>();
  private final List<List<Integer>> children = new ArrayList<>();
  private final List<Boolean> orphans = new ArrayList<>();
  private final Map<String, Integer> rows = new HashMap<>();

  private TraceTree() {}

  static TraceTree of(List<Span> unordered) {
    List<Span> sorted = new ArrayList<>(unordered);
    sorted.sort(BY_START);
    Map<String, Span> byId = new HashMap<>();
    sorted.forEach(span -> byId.put(span.spanId(), span));
    Map<String, List<Span>> byParent = new HashMap<>();
    TraceTree tree = new TraceTree();
    List<Span> roots = new ArrayList<>();
    for (Span span : sorted) {
      if (span.parentId() == null || !byId.containsKey(span.parentId())) {
        roots.add(span);
      } else {
        byParent.computeIfAbsent(span.parentId(), id -> new ArrayList<>()).add(span);
      }
    }
    roots.forEach(root -> tree.addBelow(root, byParent));
    for (Span span : sorted) {
      if (!tree.rows.containsKey(span.spanId())) {
        tree.addBelow(span, byParent);
      }
    }
    return tree;
  }

  private void addBelow(Span root, Map<String, List<Span>> byParent) {
    Deque<Span> pending = new ArrayDeque<>(List.of(root));
    while (!pending.isEmpty()) {
      Span span = pending.pop();
      if (rows.containsKey(span.spanId())) {
        continue;
      }
      add(span, span.spanId().equals(root.spanId()));
      List<Span> below = byParent.getOrDefault(span.spanId(), List.of());
      for (int i = below.size() - 1; i >= 0; i--) {
        pending.push(below.get(i));
      }
    }
  }

  private void add(Span span, boolean root) {
    int row = spans.size();
    int parent = root ? NONE : rows.getOrDefault(span.parentId(), NONE);
    rows.put(span.spanId(), row);
    spans.add(span);
    parents.add(parent);
    depths.add(parent == NONE ? 0 : depths.get(parent) + 1);
    children.add(new ArrayList<>());
    orphans.add(root && span.parentId() != null);
    if (parent != NONE) {
      children.get(parent).add(row);
    }
  }

  int size() {
    return spans.size();
  }

  Span span(int row) {
    return spans.get(row);
  }

  /** The parent's row, which is above, or {@link #NONE}. */
  int parent(int row) {
    return parents.get(row);
  }

  int depth(int row) {
    return depths.get(row);
  }

  List<Integer> children(int row) {
    return children.get(row);
  }

  /** Whether a parent is named that is not there, or that is below. */
  boolean isOrphan(int row) {
    return orphans.get(row);
  }

  /** The row of a span, or {@link #NONE}. */
  int row(String spanId) {
    return rows.getOrDefault(spanId, NONE);
  }
}
