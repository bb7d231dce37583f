package io.spanloom.processor.write;

import io.spanloom.processor.model.Capture;
import io.spanloom.processor.model.JavaType;
import io.spanloom.processor.model.Step;
import io.spanloom.processor.model.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Captures that start from one value, joined where their paths go the same way, so that each
 * accessor is called once.
 */
final class PathTree {

  private final JavaType type;
  private final List<Capture> captures = new ArrayList<>();
  private final Map<Step, PathTree> branches = new LinkedHashMap<>();

  private PathTree(JavaType type) {
    this.type = type;
  }

  static PathTree of(JavaType root, List<Capture> captures) {
    PathTree tree = new PathTree(root);
    captures.forEach(tree::add);
    return tree;
  }

  /** The type of the value at this point. */
  JavaType type() {
    return type;
  }

  /** The captures of exactly the value at this point. */
  List<Capture> captures() {
    return captures;
  }

  /** The ways on. */
  Map<Step, PathTree> branches() {
    return branches;
  }

  boolean isFlat() {
    return branches.isEmpty();
  }

  /** How often the value at this point is read. */
  int uses() {
    return captures.size() + branches.size();
  }

  /** Whether the value must not be null when it is read. */
  boolean needsNonNull() {
    return type.isReference() && (!isFlat() || captures.stream().anyMatch(PathTree::needsNonNull));
  }

  private void add(Capture capture) {
    PathTree node = this;
    for (Step step : capture.value().steps()) {
      node = node.branches.computeIfAbsent(step, next -> new PathTree(next.type()));
    }
    node.captures.add(capture);
  }

  private static boolean needsNonNull(Capture capture) {
    Target.Value value = capture.value();
    return value.attribute() != null && value.attribute().needsNonNull();
  }
}
