package io.spanloom.weaver.lock;

import java.util.List;

/**
 * The differences in one span.
 *
 * @param span the span's name, as it was
 * @param method the method, as it was
 * @param changes breaking or not
 */
public record SpanChange(String span, String method, List<Change> changes) {

  public SpanChange {
    changes = List.copyOf(changes);
  }

  /** Whether one of the differences is breaking. */
  public boolean breaking() {
    return changes.stream().anyMatch(Change::breaking);
  }
}
