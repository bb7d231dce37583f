package io.spanloom.weaver.blueprint;

import io.spanloom.weaver.blueprint.CallGraph.Vertex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the module's code begins: its untraced methods that nothing calls, among them {@code main}.
 *
 * @param called every method that some code calls
 * @param reached the traced methods that entry points come to with no span around them, each with
 *     one such entry point
 */
record EntryPoints(Set<MethodKey> called, Map<MethodKey, MethodKey> reached) {

  /**
   * Finds them.
   *
   * @param belowSpans what is untraced and can run below a span
   * @param walk a number that no walk in the graph has had
   */
  static EntryPoints of(CodeBase code, CallGraph calls, Set<Vertex> belowSpans, int walk) {
    List<Vertex> own = new ArrayList<>();
    code.forEachMethod(
        method -> {
          Vertex vertex = calls.vertex(method.key());
          if (vertex != null && !vertex.isTraced() && code.isOfModule(method.key().owner())) {
            own.add(vertex);
          }
        });
    EntryPoints entryPoints = new EntryPoints(calls.called(), new HashMap<>());
    entryPoints.follow(own, belowSpans, walk);
    return entryPoints;
  }

  /** Methods that only call each other are called by nothing either. */
  private void follow(List<Vertex> own, Set<Vertex> belowSpans, int walk) {
    ReachableCalls reach = new ReachableCalls(Vertex::calleesAtStart, walk);
    own.stream()
        .filter(method -> !called.contains(method.key()))
        .forEach(method -> follow(method, reach));
    own.stream()
        .filter(method -> !belowSpans.contains(method))
        .forEach(method -> follow(method, reach));
  }

  private void follow(Vertex method, ReachableCalls reach) {
    MethodKey key = method.key();
    if (key != null) {
      reach.from(method, passed -> {}).forEach(span -> reached.putIfAbsent(span, key));
    }
  }
}
