package io.spanloom.weaver.blueprint;

import io.spanloom.weaver.blueprint.SpanEdge.Via;
import io.spanloom.weaver.model.SpanDefinition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Adds to a graph of calls what the runtime makes of model calls: steps, and tools below them. */
final class ToolRequestEdges {

  private static final String STEP = "step {n}";

  private final SpanGraph graph;
  private final Set<String> announcing;

  private ToolRequestEdges(SpanGraph graph, Set<String> announcing) {
    this.graph = graph;
    this.announcing = announcing;
  }

  /**
   * Completes a graph.
   *
   * @param announcing the spans that call {@code ToolCalls.announce} in their own code
   */
  static void addTo(SpanGraph graph, Set<String> announcing) {
    ToolRequestEdges requests = new ToolRequestEdges(graph, announcing);
    List.copyOf(graph.nodes()).forEach(requests::addSteps);
    requests.addRequests();
  }

  /** Whether a span can announce tool calls. */
  static boolean canRequest(SpanGraph graph, Set<String> announcing, String id) {
    return graph.is(id, "LLM") || announcing.contains(id);
  }

  /**
   * A run that marks its own steps opens one at each model call directly below it. Where none is in
   * sight, a library's loop or a traced client makes the calls.
   */
  private void addSteps(SpanNode run) {
    SpanDefinition span = run.span();
    if (span == null || !"AUTO".equals(span.steps())) {
      return;
    }
    List<String> modelCalls =
        graph.callees(run.id()).stream().filter(child -> graph.is(child, "LLM")).toList();
    SpanNode step =
        new SpanNode(run.id() + "/step", run.artifact(), STEP, "TASK", run.source(), null, null);
    graph.add(step);
    graph.connect(run.id(), step.id(), Via.CALL);
    for (String modelCall : modelCalls) {
      graph.disconnect(run.id(), modelCall);
      graph.connect(step.id(), modelCall, Via.CALL);
    }
  }

  /**
   * A tool that a model asked for is a child of the task around the model call, if that task is
   * below the span whose code calls the tool.
   */
  private void addRequests() {
    List<String> reasoning =
        graph.nodes().stream().map(SpanNode::id).filter(this::isReasoning).toList();
    for (String task : reasoning) {
      Set<String> above = graph.andAbove(List.of(task));
      above.remove(task);
      for (String parent : above) {
        graph.callees(parent).stream()
            .filter(child -> graph.is(child, "TOOL"))
            .forEach(tool -> graph.connect(task, tool, Via.REQUEST));
      }
    }
  }

  /** A task that a model call belongs to, with no other task between them. */
  private boolean isReasoning(String id) {
    if (!graph.is(id, "TASK")) {
      return false;
    }
    Set<String> within = new LinkedHashSet<>(Set.of(id));
    within.addAll(graph.below(List.of(id), child -> !graph.is(child, "TASK")));
    return within.stream()
        .filter(each -> each.equals(id) || !graph.is(each, "TASK"))
        .anyMatch(each -> canRequest(graph, announcing, each));
  }
}
