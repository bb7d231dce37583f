package io.spanloom.weaver.lock;

import static java.util.Objects.requireNonNull;

import io.spanloom.weaver.model.SpanModel;
import io.spanloom.weaver.model.SpanModel.Conventions;
import java.util.Comparator;
import java.util.List;

/**
 * What a module promises the readers of its spans.
 *
 * @param conventions versions of the conventions that its keys are from
 * @param spans one entry for each traced method, sorted by method
 */
public record Lock(Conventions conventions, List<LockedSpan> spans) {

  /** Sorts the spans. */
  public Lock {
    requireNonNull(conventions, "\"conventions\" is missing");
    spans = spans.stream().sorted(Comparator.comparing(LockedSpan::method)).toList();
  }

  /** What a module with this model promises. */
  public static Lock of(SpanModel model) {
    return new Lock(model.conventions(), model.spans().stream().map(LockedSpan::of).toList());
  }
}
