package io.spanloom.weaver.blueprint;

import io.spanloom.Spanloom;
import io.spanloom.annotations.Agent;
import io.spanloom.weaver.model.SpanModelException;
import io.spanloom.weaver.weave.Module;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The blueprints of modules that tests compile, and their trees as indented lines. */
final class Drawn {

  private Drawn() {}

  /** The blueprint of a module that depends on these, by their directories' names. */
  static Blueprint of(Module module, Module... dependencies) throws SpanModelException {
    Map<Path, String> classPath = new LinkedHashMap<>();
    for (Module dependency : dependencies) {
      Path classes = dependency.classes();
      classPath.put(classes, classes.getParent().getFileName().toString());
    }
    classPath.put(home(Agent.class), "spanloom-annotations");
    classPath.put(home(Spanloom.class), "spanloom-runtime");
    return Blueprint.of(new BlueprintRequest("module", module.classes(), classPath));
  }

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /**
   * The tree of a blueprint. {@code ?} marks a tool that is there if a model asks for it, {@code …}
   * what is unfolded above, {@code ↻} what is above itself.
   */
  static String tree(Blueprint blueprint) {
    StringBuilder lines = new StringBuilder();
    blueprint.tree().forEach(root -> append(root, "", lines));
    return lines.toString();
  }

  private static void append(Branch branch, String indent, StringBuilder lines) {
    lines.append(indent).append(branch.node().spanName());
    if (branch.edge() != null && branch.edge().via() == SpanEdge.Via.REQUEST) {
      lines.append(" ?");
    }
    lines.append(
        switch (branch.shown()) {
          case HERE -> "";
          case ELSEWHERE -> " …";
          case ABOVE -> " ↻";
        });
    lines.append('\n');
    branch.children().forEach(child -> append(child, indent + "  ", lines));
  }

  static List<String> findings(Blueprint blueprint) {
    return blueprint.findings().stream().map(Finding::message).toList();
  }
}
