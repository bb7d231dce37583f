package io.spanloom.weaver.lock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How a module's spans differ from what was promised.
 *
 * @param conventions changed versions of conventions
 * @param spans spans with differences, sorted by name
 */
public record Comparison(List<ConventionChange> conventions, List<SpanChange> spans) {

  /** Compares what was promised with what is. */
  public static Comparison between(Lock before, Lock after) {
    List<SpanChange> spans = new ArrayList<>();
    for (SpanPair pair : SpanPair.of(before.spans(), after.spans())) {
      SpanChange change = SpanComparison.of(pair);
      if (change != null) {
        spans.add(change);
      }
    }
    spans.sort(Comparator.comparing(SpanChange::span).thenComparing(SpanChange::method));
    return new Comparison(ConventionChange.between(before, after), List.copyOf(spans));
  }

  /** How many differences may make readers fail. */
  public long breaking() {
    return conventions.size() + changes(true);
  }

  /** How many differences take nothing away. */
  public long additions() {
    return changes(false);
  }

  private long changes(boolean breaking) {
    return spans.stream()
        .flatMap(span -> span.changes().stream())
        .filter(change -> change.breaking() == breaking)
        .count();
  }
}
