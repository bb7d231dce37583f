package io.spanloom.weaver.blueprint;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import io.spanloom.weaver.blueprint.CallGraph.Vertex;
import io.spanloom.weaver.blueprint.SpanEdge.Via;
import io.spanloom.weaver.blueprint.SpansBelow.Below;
import io.spanloom.weaver.blueprint.TracedMethods.TracedMethod;
import io.spanloom.weaver.model.SpanDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws the blueprint of a code base. */
final class BlueprintBuilder {

  private static final int AT_START = 1;

  private final CodeBase code;
  private final CallGraph calls;
  private final Map<MethodKey, TracedMethod> traced;
  private final Map<MethodKey, Set<MethodKey>> below = new LinkedHashMap<>();
  private final Set<String> announcing = new HashSet<>();
  private final EntryPoints entryPoints;
  private final RuntimeApiCalls apiCalls;
  private final ReachableCalls reach = new ReachableCalls(Vertex::callees, AT_START + 1);

  BlueprintBuilder(CodeBase code) {
    this.code = code;
    Descriptors descriptors = new Descriptors();
    Types types = new Types(code, descriptors);
    this.traced = TracedMethods.of(code, types);
    this.calls = CallGraph.of(code, types, descriptors, traced.keySet());
    this.apiCalls = RuntimeApiCalls.in(code);
    SpansBelow spansBelow = new SpansBelow(calls, apiCalls.announcing());
    for (MethodKey span : traced.keySet()) {
      Below found = spansBelow.of(span);
      below.put(span, found.spans());
      if (found.announces()) {
        announcing.add(span.toString());
      }
    }
    this.entryPoints = EntryPoints.of(code, calls, spansBelow.passed(), AT_START);
  }

  Blueprint blueprint() {
    SpanGraph graph = graph(shown());
    ToolRequestEdges.addTo(graph, announcing);
    ToolCallIdSources idSources =
        new ToolCallIdSources(graph, announcing, scoped(), sharesSessions(graph));
    List<SpanNode> nodes =
        graph.nodes().stream().map(node -> node.withToolCallIdSource(idSources.of(node))).toList();
    nodes.forEach(graph::add);
    List<String> roots = roots(graph);
    return new Blueprint(
        code.module(),
        nodes,
        graph.edges(roots),
        roots,
        new Linter(code, graph, traced, entryPoints).findings(),
        code.gaps());
  }

  private SpanGraph graph(Collection<MethodKey> shown) {
    SpanGraph graph = new SpanGraph();
    for (MethodKey key : shown) {
      TracedMethod method = traced(key);
      SpanDefinition span = method.span();
      graph.add(
          new SpanNode(
              method.id(),
              method.artifact(),
              span.spanName(),
              span.kind(),
              method.source(),
              null,
              span));
    }
    for (MethodKey key : shown) {
      below.getOrDefault(key, Set.of()).stream()
          .filter(shown::contains)
          .forEach(child -> graph.connect(traced(key).id(), traced(child).id(), Via.CALL));
    }
    return graph;
  }

  /** The module's own spans, and those of dependencies that can be below or above them. */
  private Set<MethodKey> shown() {
    SpanGraph all = graph(traced.keySet());
    Set<String> own =
        traced.values().stream().filter(this::isOwn).map(TracedMethod::id).collect(toSet());
    Set<String> started = new HashSet<>(own);
    entryPoints.reached().keySet().forEach(key -> started.add(traced(key).id()));
    Set<String> connected = all.below(started, id -> true);
    connected.addAll(started);
    connected.addAll(all.andAbove(own));
    return traced.values().stream()
        .filter(method -> connected.contains(method.id()))
        .map(TracedMethod::key)
        .collect(toCollection(LinkedHashSet::new));
  }

  private boolean isOwn(TracedMethod method) {
    return method.artifact().equals(code.module());
  }

  private Set<String> scoped() {
    return apiCalls.scoping().stream()
        .flatMap(method -> reach.again().from(calls.vertex(method), passed -> {}).stream())
        .map(key -> traced(key).id())
        .collect(toSet());
  }

  private boolean sharesSessions(SpanGraph graph) {
    return apiCalls.sessions()
        || graph.nodes().stream()
            .filter(node -> node.span() != null)
            .flatMap(node -> node.span().attributes().stream())
            .anyMatch(
                attribute ->
                    attribute.key().equals("session.id")
                        && attribute.source().startsWith("parameter"));
  }

  /** What starts without a span around it; of spans that only call each other, the first. */
  private List<String> roots(SpanGraph graph) {
    Set<String> started =
        entryPoints.reached().keySet().stream().map(key -> traced(key).id()).collect(toSet());
    List<String> roots = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (SpanNode node : graph.nodes()) {
      if (started.contains(node.id()) || graph.callers(node.id()).isEmpty()) {
        roots.add(node.id());
      }
    }
    seen.addAll(roots);
    seen.addAll(graph.below(roots, id -> true));
    for (SpanNode node : graph.nodes()) {
      if (seen.add(node.id())) {
        roots.add(node.id());
        seen.addAll(graph.below(List.of(node.id()), id -> true));
      }
    }
    return roots;
  }

  private TracedMethod traced(MethodKey key) {
    TracedMethod method = traced.get(key);
    if (method == null) {
      throw new IllegalArgumentException("Not traced: " + key);
    }
    return method;
  }
}
