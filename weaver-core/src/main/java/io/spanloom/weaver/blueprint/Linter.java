package io.spanloom.weaver.blueprint;

import io.spanloom.weaver.blueprint.ClassFacts.MethodFacts;
import io.spanloom.weaver.blueprint.TracedMethods.TracedMethod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what is doubtful about the module's spans. */
final class Linter {

  private static final Set<String> RUNS = Set.of("WORKFLOW", "AGENT");

  private final CodeBase code;
  private final SpanGraph graph;
  private final Map<MethodKey, TracedMethod> traced;
  private final EntryPoints entryPoints;

  Linter(
      CodeBase code,
      SpanGraph graph,
      Map<MethodKey, TracedMethod> traced,
      EntryPoints entryPoints) {
    this.code = code;
    this.graph = graph;
    this.traced = traced;
    this.entryPoints = entryPoints;
  }

  /** All findings, in the order of the spans. */
  List<Finding> findings() {
    Map<String, MethodKey> outside = outsideRuns();
    List<Finding> findings = new ArrayList<>();
    for (TracedMethod method : traced.values()) {
      if (method.artifact().equals(code.module())) {
        addOutsideRun(method, outside, findings);
        addUnreached(method, findings);
        addWithoutCallId(method, findings);
      }
    }
    return findings;
  }

  /** The spans that can run with no workflow or agent around them, each with an entry point. */
  private Map<String, MethodKey> outsideRuns() {
    Map<String, MethodKey> outside = new HashMap<>();
    entryPoints
        .reached()
        .forEach(
            (span, entry) -> {
              String id = span.toString();
              outside.putIfAbsent(id, entry);
              if (!isRun(id)) {
                graph
                    .below(List.of(id), child -> !isRun(child))
                    .forEach(below -> outside.putIfAbsent(below, entry));
              }
            });
    return outside;
  }

  private boolean isRun(String id) {
    return RUNS.contains(graph.node(id).kind());
  }

  private void addOutsideRun(
      TracedMethod method, Map<String, MethodKey> outside, List<Finding> findings) {
    MethodKey entry = outside.get(method.id());
    String kind = method.span().kind();
    if (entry != null && (kind.equals("LLM") || kind.equals("TOOL"))) {
      String offender =
          "%s can run from %s.%s with neither around it"
              .formatted(name(method), simpleName(entry.className()), entry.name());
      findings.add(finding(Lint.OUTSIDE_RUN, method, offender));
    }
  }

  private void addUnreached(TracedMethod method, List<Finding> findings) {
    if (!isCalled(method) && !isUsedElsewhere(method)) {
      Lint lint = isPublic(method) ? Lint.UNREACHED_PUBLIC_SPAN : Lint.UNREACHED_SPAN;
      findings.add(finding(lint, method, "nothing in sight calls %s".formatted(name(method))));
    }
  }

  private boolean isCalled(TracedMethod method) {
    return entryPoints.called().contains(method.key());
  }

  /** A public run is where a trace begins; other libraries find their own tools by reflection. */
  private boolean isUsedElsewhere(TracedMethod method) {
    boolean entryPoint = isRun(method.id()) && isPublic(method);
    boolean ofOtherLibrary = method.span().isOfOtherLibrary();
    boolean calledThroughContract = !method.contractArtifact().equals(code.module());
    boolean missing = code.method(method.key()) == null;
    return entryPoint || ofOtherLibrary || calledThroughContract || missing;
  }

  private boolean isPublic(TracedMethod method) {
    ClassFacts owner = code.classes().get(method.key().owner());
    MethodFacts facts = code.method(method.key());
    return owner != null && owner.isPublic() && facts != null && facts.isPublic();
  }

  /** Whoever calls a public tool from elsewhere may have a model call around it. */
  private void addWithoutCallId(TracedMethod method, List<Finding> findings) {
    boolean calledElsewhere = !isCalled(method) && (isPublic(method) || isUsedElsewhere(method));
    if (graph.node(method.id()).toolCallIdSource() == ToolCallIdSource.NONE && !calledElsewhere) {
      String offender =
          "%s has neither a @ToolCallId nor a model call around it that could ask for it"
              .formatted(name(method));
      findings.add(finding(Lint.NO_TOOL_CALL_ID, method, offender));
    }
  }

  private static Finding finding(Lint lint, TracedMethod method, String offender) {
    return new Finding(lint, method.id(), offender, method.source());
  }

  private static String name(TracedMethod method) {
    return simpleName(method.key().className()) + "." + method.span().signature();
  }

  private static String simpleName(String className) {
    return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
  }
}
