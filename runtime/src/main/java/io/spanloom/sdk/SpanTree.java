package io.spanloom.sdk;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The spans of one trace as a tree a person can read. */
public final class SpanTree {

  private static final Comparator<SpanData> BY_START =
      Comparator.comparingLong(SpanData::getStartEpochNanos).thenComparing(SpanData::getSpanId);

  private final List<SpanData> roots;
  private final Map<String, List<SpanData>> children;

  private SpanTree(List<SpanData> roots, Map<String, List<SpanData>> children) {
    this.roots = roots;
    this.children = children;
  }

  /** The tree of finished spans; a span whose parent is not among them is a root. */
  public static SpanTree of(Collection<SpanData> spans) {
    Set<String> ids = new HashSet<>();
    spans.forEach(span -> ids.add(span.getSpanId()));
    List<SpanData> roots = new ArrayList<>();
    Map<String, List<SpanData>> children = new HashMap<>();
    spans.stream()
        .sorted(BY_START)
        .forEach(
            span -> {
              boolean isRoot = !ids.contains(span.getParentSpanId());
              (isRoot
                      ? roots
                      : children.computeIfAbsent(span.getParentSpanId(), id -> new ArrayList<>()))
                  .add(span);
            });
    return new SpanTree(roots, children);
  }

  /** The tree, one span a line, with columns aligned, and below a span its content. */
  public String render() {
    List<SpanLine> lines = new ArrayList<>();
    for (SpanData root : roots) {
      add(lines, root, "", "");
    }
    int width = lines.stream().mapToInt(SpanLine::labelWidth).max().orElse(0);
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.render(width)).append('\n'));
    return text.toString();
  }

  private void add(List<SpanLine> lines, SpanData span, String prefix, String childPrefix) {
    List<SpanData> below = children.getOrDefault(span.getSpanId(), List.of());
    lines.add(new SpanLine(prefix, childPrefix + (below.isEmpty() ? "   " : "│  "), span));
    for (int i = 0; i < below.size(); i++) {
      boolean last = i == below.size() - 1;
      add(
          lines,
          below.get(i),
          childPrefix + (last ? "└─ " : "├─ "),
          childPrefix + (last ? "   " : "│  "));
    }
  }
}
