package io.spanloom.weaver.blueprint;

import io.spanloom.weaver.blueprint.CallGraph.Vertex;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Walks down calls, and stops where the next span opens. */
final class ReachableCalls {

  private final Function<Vertex, List<Vertex>> calls;
  private int walk;

  /**
   * Prepares walks; one at a time in a graph.
   *
   * @param calls what a method calls
   * @param walk a number that no walk in the graph has had; {@link #again} takes the next ones
   */
  ReachableCalls(Function<Vertex, List<Vertex>> calls, int walk) {
    this.calls = calls;
    this.walk = walk;
  }

  /** From now on methods are walked through that have been before. */
  ReachableCalls again() {
    walk++;
    return this;
  }

  /**
   * Walks from a method through all that have not been walked through.
   *
   * @param passed receives what is untraced on the way, and of the method where it begins
   * @return the traced methods, in the order of the code
   */
  Set<MethodKey> from(@Nullable Vertex start, Consumer<Vertex> passed) {
    Set<MethodKey> spans = new LinkedHashSet<>();
    Deque<Vertex> toFollow = new ArrayDeque<>();
    if (start != null && start.isFirst(walk)) {
      passed.accept(start);
      push(start, toFollow);
    }
    while (!toFollow.isEmpty()) {
      Vertex method = toFollow.pop();
      if (method.isTraced() && method.key() != null) {
        spans.add(method.key());
      } else if (method.isFirst(walk)) {
        passed.accept(method);
        push(method, toFollow);
      }
    }
    return spans;
  }

  /** What is pushed last is followed first. */
  private void push(Vertex caller, Deque<Vertex> toFollow) {
    List<Vertex> callees = calls.apply(caller);
    for (int i = callees.size() - 1; i >= 0; i--) {
      Vertex callee = callees.get(i);
      if (callee.isTraced() || !callee.isSeenBy(walk)) {
        toFollow.push(callee);
      }
    }
  }
}
