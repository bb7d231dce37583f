package io.spanloom.weaver.blueprint;

import io.spanloom.weaver.model.SpanDefinition;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how each tool gets the id of the call it executes.
 *
 * @param announcing the spans that announce tool calls in their own code
 * @param scoped the tools that are called where the code says which call it is
 * @param sessions whether calls can be remembered in a session from one trace to another
 */
record ToolCallIdSources(
    SpanGraph graph, Set<String> announcing, Set<String> scoped, boolean sessions) {

  private static final Set<String> REMEMBERING = Set.of("WORKFLOW", "AGENT", "TASK");

  @Nullable ToolCallIdSource of(SpanNode node) {
    SpanDefinition span = node.span();
    if (span == null || !node.kind().equals("TOOL")) {
      return null;
    }
    if ("parameter".equals(span.toolCallId())) {
      return ToolCallIdSource.PARAMETER;
    }
    if (scoped.contains(node.id())) {
      return ToolCallIdSource.SCOPE;
    }
    if (isRequested(node.id())) {
      return ToolCallIdSource.PENDING;
    }
    return span.isOfOtherLibrary() ? ToolCallIdSource.FRAMEWORK : ToolCallIdSource.NONE;
  }

  /** A model call above the tool or beside it, not one that the tool makes itself. */
  private boolean isRequested(String tool) {
    if (sessions && graph.nodes().stream().anyMatch(node -> canRequest(node.id()))) {
      return true;
    }
    List<String> above =
        graph.andAbove(List.of(tool)).stream()
            .filter(id -> !id.equals(tool) && REMEMBERING.contains(graph.node(id).kind()))
            .toList();
    return above.stream().anyMatch(announcing::contains)
        || graph.below(above, id -> !id.equals(tool)).stream().anyMatch(this::canRequest);
  }

  private boolean canRequest(String id) {
    return ToolRequestEdges.canRequest(graph, announcing, id);
  }
}
