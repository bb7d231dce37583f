package io.spanloom.weaver.blueprint;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.spanloom.weaver.model.SpanModelException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The spans that a module's code can produce, and which can be below which.
 *
 * @param artifact the module
 * @param nodes the module's spans and those of its dependencies that nest with them, sorted by id
 * @param edges which can be below which, in the order in which the parents' code calls
 * @param roots ids of the spans that can start a trace, in the order of the nodes
 * @param findings what is doubtful about the module's spans
 * @param gaps what could not be read, so that something may be missing here
 */
public record Blueprint(
    String artifact,
    List<SpanNode> nodes,
    List<SpanEdge> edges,
    List<String> roots,
    List<Finding> findings,
    List<String> gaps) {

  public Blueprint {
    requireNonNull(artifact, "the blueprint lacks \"artifact\"");
    nodes = List.copyOf(requireNonNull(nodes, "the blueprint lacks \"nodes\""));
    edges = List.copyOf(requireNonNull(edges, "the blueprint lacks \"edges\""));
    roots = List.copyOf(requireNonNull(roots, "the blueprint lacks \"roots\""));
    findings = List.copyOf(requireNonNull(findings, "the blueprint lacks \"findings\""));
    gaps = List.copyOf(requireNonNull(gaps, "the blueprint lacks \"gaps\""));
  }

  /**
   * Reads the blueprint of a module.
   *
   * @throws SpanModelException if a model cannot be read
   */
  public static Blueprint of(BlueprintRequest request) throws SpanModelException {
    return new BlueprintBuilder(CodeBase.read(request)).blueprint();
  }

  /**
   * The blueprint as a tree: below each root what can be below it. What is below a span is unfolded
   * once, where the span comes up first.
   */
  public List<Branch> tree() {
    return new Unfolding().roots();
  }

  /** Unfolds nodes and edges. */
  private final class Unfolding {

    private final Map<String, SpanNode> nodesById =
        nodes.stream().collect(toMap(SpanNode::id, Function.identity()));
    private final Map<String, List<SpanEdge>> edgesByParent =
        edges.stream().collect(groupingBy(SpanEdge::parent));
    private final Set<String> unfolded = new HashSet<>();

    private List<Branch> roots() {
      return roots.stream().map(root -> branch(root, null)).toList();
    }

    private Branch branch(String id, @Nullable SpanEdge edge) {
      SpanNode node = requireNonNull(nodesById.get(id), id);
      if (edge != null && edge.cycle()) {
        return new Branch(node, edge, Branch.Shown.ABOVE, List.of());
      }
      List<SpanEdge> below = edgesByParent.getOrDefault(id, List.of());
      if (!unfolded.add(id) && !below.isEmpty()) {
        return new Branch(node, edge, Branch.Shown.ELSEWHERE, List.of());
      }
      List<Branch> children = new ArrayList<>();
      below.forEach(each -> children.add(branch(each.child(), each)));
      return new Branch(node, edge, Branch.Shown.HERE, children);
    }
  }
}
