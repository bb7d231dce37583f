package io.spanloom.weaver.weave;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Comparator;
import java.util.List;

/** Finished spans as indented lines, children below their parent, in the order they started. */
final class SpanTree {

  private final List<SpanData> spans;
  private final StringBuilder lines = new StringBuilder();

  private SpanTree(List<SpanData> spans) {
    this.spans = spans;
  }

  static String render(List<SpanData> spans) {
    SpanTree tree = new SpanTree(spans);
    tree.below("0000000000000000", "");
    return tree.lines.toString();
  }

  private void below(String parentId, String indent) {
    spans.stream()
        .filter(span -> span.getParentSpanId().equals(parentId))
        .sorted(Comparator.comparingLong(SpanData::getStartEpochNanos))
        .forEach(
            span -> {
              lines.append(indent).append(span.getName());
              lines.append(span.getStatus().getStatusCode().name().equals("ERROR") ? " !\n" : "\n");
              below(span.getSpanId(), indent + "  ");
            });
  }
}
