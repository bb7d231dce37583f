package io.spanloom.weaver.blueprint;

import io.spanloom.weaver.blueprint.SpanEdge.Via;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Spans and which can be below which, while it is being found out. */
final class SpanGraph {

  private final Map<String, SpanNode> nodes = new TreeMap<>();
  private final Map<String, Map<String, Via>> children = new LinkedHashMap<>();
  private final Map<String, Set<String>> callers = new LinkedHashMap<>();

  void add(SpanNode node) {
    nodes.put(node.id(), node);
  }

  Collection<SpanNode> nodes() {
    return nodes.values();
  }

  SpanNode node(String id) {
    SpanNode node = nodes.get(id);
    if (node == null) {
      throw new IllegalArgumentException("No span " + id);
    }
    return node;
  }

  boolean is(String id, String kind) {
    return node(id).kind().equals(kind);
  }

  /** Adds an edge; where code calls, that a model asks for it too adds nothing. */
  void connect(String parent, String child, Via via) {
    Via existing = children.computeIfAbsent(parent, id -> new LinkedHashMap<>()).get(child);
    if (existing != Via.CALL) {
      children.get(parent).put(child, via);
    }
    if (via == Via.CALL) {
      callers.computeIfAbsent(child, id -> new LinkedHashSet<>()).add(parent);
    }
  }

  void disconnect(String parent, String child) {
    children.getOrDefault(parent, Map.of()).remove(child);
    callers.getOrDefault(child, Set.of()).remove(parent);
  }

  Map<String, Via> children(String id) {
    return children.getOrDefault(id, Map.of());
  }

  /** The spans whose own code calls a span. */
  Set<String> callers(String id) {
    return callers.getOrDefault(id, Set.of());
  }

  List<String> callees(String id) {
    return children(id).entrySet().stream()
        .filter(child -> child.getValue() == Via.CALL)
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * What calls lead to from some spans, without these unless calls lead back to them.
   *
   * @param through the spans that are gone through; others are reached only
   */
  Set<String> below(Collection<String> starts, Predicate<String> through) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> toFollow = new ArrayDeque<>(starts);
    while (!toFollow.isEmpty()) {
      for (String child : callees(toFollow.pop())) {
        if (found.add(child) && through.test(child)) {
          toFollow.push(child);
        }
      }
    }
    return found;
  }

  /** Spans and everything from where calls lead to them. */
  Set<String> andAbove(Collection<String> starts) {
    Set<String> found = new HashSet<>(starts);
    Deque<String> toFollow = new ArrayDeque<>(starts);
    while (!toFollow.isEmpty()) {
      for (String caller : callers(toFollow.pop())) {
        if (found.add(caller)) {
          toFollow.push(caller);
        }
      }
    }
    return found;
  }

  /** The edges below some roots, each with whether it closes a cycle, going down in order. */
  List<SpanEdge> edges(Collection<String> roots) {
    Map<String, List<SpanEdge>> byParent = new TreeMap<>();
    Set<String> above = new LinkedHashSet<>();
    roots.forEach(root -> addEdges(root, above, byParent));
    List<SpanEdge> edges = new ArrayList<>();
    byParent.values().forEach(edges::addAll);
    return edges;
  }

  private void addEdges(String parent, Set<String> above, Map<String, List<SpanEdge>> byParent) {
    if (byParent.containsKey(parent)) {
      return;
    }
    List<SpanEdge> edges = new ArrayList<>();
    byParent.put(parent, edges);
    above.add(parent);
    children(parent)
        .forEach(
            (child, via) -> {
              edges.add(new SpanEdge(parent, child, via, above.contains(child)));
              addEdges(child, above, byParent);
            });
    above.remove(parent);
  }
}
