package io.spanloom.weaver.lock;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What has changed about one span, and what of it breaks its readers.
 *
 * <p>Queries, dashboards and alerts go by span names, kinds, keys and types; a tool's callers by
 * its arguments. What they could do before they must be able to do still; anything more is fine.
 */
final class SpanComparison {

  private static final int LONGEST_TYPE = 80;

  private final LockedSpan before;
  private final LockedSpan after;
  private final List<Change> changes = new ArrayList<>();

  private SpanComparison(LockedSpan before, LockedSpan after) {
    this.before = before;
    this.after = after;
  }

  /** The differences, or null if there are none. */
  static @Nullable SpanChange of(SpanPair pair) {
    LockedSpan before = pair.before();
    LockedSpan after = pair.after();
    if (before == null) {
      LockedSpan added = requireNonNull(after);
      return new SpanChange(added.span(), added.method(), List.of(Change.fine("+ new span")));
    }
    if (after == null) {
      return new SpanChange(
          before.span(), before.method(), List.of(Change.breaking("- span removed")));
    }
    SpanComparison comparison = new SpanComparison(before, after);
    comparison.compare();
    return comparison.changes.isEmpty()
        ? null
        : new SpanChange(before.span(), before.method(), comparison.changes);
  }

  private void compare() {
    if (!before.span().equals(after.span())) {
      breaking("~ span renamed: %s -> %s".formatted(before.span(), after.span()));
    }
    if (!before.kind().equals(after.kind())) {
      breaking("~ kind: %s -> %s".formatted(before.kind(), after.kind()));
    }
    if (!before.method().equals(after.method())) {
      fine("~ method: %s -> %s".formatted(before.method(), after.method()));
    }
    if (before.steps() != null && after.steps() == null) {
      breaking("- step spans: model calls no longer open them");
    } else if (before.steps() == null && after.steps() != null) {
      fine("+ step spans: model calls open them");
    }
    for (String key : union(before.attributes(), after.attributes())) {
      attribute(key, before.attributes().get(key), after.attributes().get(key));
    }
    for (String path : union(before.arguments(), after.arguments())) {
      argument(path, before.arguments().get(path), after.arguments().get(path));
    }
  }

  private static SortedSet<String> union(SortedMap<String, ?> one, SortedMap<String, ?> other) {
    SortedSet<String> keys = new TreeSet<>(one.keySet());
    keys.addAll(other.keySet());
    return keys;
  }

  private void attribute(String key, @Nullable LockedAttribute was, @Nullable LockedAttribute is) {
    if (was == null) {
      fine("+ %s (%s)".formatted(key, requireNonNull(is).type()));
    } else if (is == null) {
      breaking("- %s (%s)".formatted(key, was.type()));
    } else {
      attributeKept(key, was, is);
    }
  }

  private void attributeKept(String key, LockedAttribute was, LockedAttribute is) {
    if (!was.type().equals(is.type())) {
      breaking("~ %s: %s -> %s".formatted(key, was.type(), is.type()));
    }
    if (is.isLessReliableThan(was)) {
      breaking("~ %s: %s -> %s".formatted(key, was.requirement(), is.requirement()));
    } else if (was.isLessReliableThan(is)) {
      fine("~ %s: %s -> %s".formatted(key, was.requirement(), is.requirement()));
    }
    if (!was.content() && is.content()) {
      breaking("~ %s: is content now, recorded only where content is".formatted(key));
    } else if (was.content() && !is.content()) {
      breaking("~ %s: is no longer content, recorded even where content is not".formatted(key));
    }
  }

  private void argument(String path, @Nullable LockedArgument was, @Nullable LockedArgument is) {
    if (was == null) {
      argumentAdded(path, requireNonNull(is));
    } else if (is != null) {
      argumentKept(path, was, is);
    } else if (!parentIsAmong(path, before) || parentIsAmong(path, after)) {
      breaking("- argument %s (%s)".formatted(path, shortened(was.type())));
    }
  }

  /** A call that was valid lacks it; but if its parent is new too, no call had a place for it. */
  private void argumentAdded(String path, LockedArgument is) {
    boolean partOfNew = parentIsAmong(path, after) && !parentIsAmong(path, before);
    if (partOfNew) {
      return;
    }
    if (is.required()) {
      breaking("+ argument %s (%s), required of every call".formatted(path, shortened(is.type())));
    } else {
      fine("+ argument %s (%s)".formatted(path, shortened(is.type())));
    }
  }

  private void argumentKept(String path, LockedArgument was, LockedArgument is) {
    if (!is.acceptsAllOf(was)) {
      breaking(
          "~ argument %s: %s -> %s".formatted(path, shortened(was.type()), shortened(is.type())));
    } else if (!is.type().equals(was.type())) {
      fine("~ argument %s: %s -> %s".formatted(path, shortened(was.type()), shortened(is.type())));
    }
    if (is.required() && !was.required()) {
      breaking("~ argument %s: optional -> required".formatted(path));
    } else if (!is.required() && was.required()) {
      fine("~ argument %s: required -> optional".formatted(path));
    }
  }

  private static boolean parentIsAmong(String path, LockedSpan span) {
    return span.arguments().containsKey(ToolArguments.parent(path));
  }

  private static String shortened(String type) {
    return type.length() <= LONGEST_TYPE ? type : type.substring(0, LONGEST_TYPE) + "...";
  }

  private void breaking(String text) {
    changes.add(Change.breaking(text));
  }

  private void fine(String text) {
    changes.add(Change.fine(text));
  }
}
