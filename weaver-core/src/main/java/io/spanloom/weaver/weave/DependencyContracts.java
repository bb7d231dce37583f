package io.spanloom.weaver.weave;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.spanloom.weaver.file.TooLargeException;
import io.spanloom.weaver.model.SpanDefinition;
import io.spanloom.weaver.model.SpanModel;
import io.spanloom.weaver.model.SpanModelException;
import io.spanloom.weaver.model.SpanModelReader;
import io.spanloom.weaver.weave.Implementations.Implementation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The annotated methods of dependencies that classes of the module may be traced for.
 *
 * <p>A dependency's model may trace what implements the dependency's own types, with the aspect
 * that the processor generated for them. Whatever else a model names is left out with a warning.
 *
 * @param dependencies the name of the dependency that each method comes from
 * @param warnings what was left out
 */
record DependencyContracts(Map<SpanDefinition, String> dependencies, List<String> warnings) {

  /** Of one dependency: a model can have thousands of entries. */
  private static final int MOST_WARNINGS = 10;

  private static final int MOST_METHODS = 5;

  DependencyContracts {
    dependencies = new LinkedHashMap<>(dependencies);
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads the models of a module's dependencies.
   *
   * @param classPath the module's own classes, then its dependencies
   * @throws SpanModelException if a model cannot be read, or is too large to be
   */
  static DependencyContracts read(List<Dependency> dependencies, ClassPath classPath)
      throws IOException, SpanModelException {
    Map<SpanDefinition, String> contracts = new LinkedHashMap<>();
    List<String> warnings = new ArrayList<>();
    for (Dependency dependency : dependencies) {
      SpanModel model = dependency.traced() ? model(dependency, classPath) : null;
      if (model != null) {
        warnings.addAll(add(dependency, model, classPath, contracts));
      }
    }
    return new DependencyContracts(contracts, warnings);
  }

  /** Adds those methods of a model that may be traced, and returns warnings of the others. */
  private static List<String> add(
      Dependency dependency,
      SpanModel model,
      ClassPath classPath,
      Map<SpanDefinition, String> contracts)
      throws IOException {
    ContractCheck check = new ContractCheck(dependency, model, classPath);
    Map<String, List<String>> refused = new TreeMap<>();
    for (SpanDefinition span : model.spans()) {
      String obstacle = check.obstacle(span);
      if (obstacle != null) {
        String method = span.className() + "." + span.signature();
        refused.computeIfAbsent(obstacle, first -> new ArrayList<>()).add(method);
      } else if (span.implementations()) {
        contracts.put(span, dependency.name());
      }
    }
    return refused.entrySet().stream()
        .limit(MOST_WARNINGS)
        .map(each -> warning(dependency, each.getValue(), each.getKey()))
        .toList();
  }

  private static @Nullable SpanModel model(Dependency dependency, ClassPath classPath)
      throws IOException, SpanModelException {
    try {
      FileContent json = classPath.readFrom(dependency.path(), SpanModelReader.LOCATION);
      return json == null
          ? null
          : SpanModelReader.parseOf(dependency.name(), dependency.pattern(), json.bytes());
    } catch (TooLargeException tooLarge) {
      throw SpanModelReader.unreadable(dependency.name(), dependency.pattern(), tooLarge);
    }
  }

  private static String warning(Dependency dependency, List<String> methods, String obstacle) {
    int more = methods.size() - MOST_METHODS;
    String listed = methods.stream().limit(MOST_METHODS).collect(joining(", "));
    return "%s may not trace %s%s: %s. Its span model is ignored there; leave it out with <dependencies><exclude>%s</exclude></dependencies>, and ask where the dependency comes from."
        .formatted(
            dependency.name(),
            listed,
            more > 0 ? " and %d more".formatted(more) : "",
            obstacle,
            dependency.pattern());
  }

  List<SpanDefinition> methods() {
    return List.copyOf(dependencies.keySet());
  }

  /** What the models have woven, a line for each dependency. */
  List<String> wovenFor(List<Implementation> traced) {
    Map<String, List<Implementation>> byDependency = new TreeMap<>();
    for (Implementation each : traced) {
      String dependency = dependencies.get(each.contract());
      if (dependency != null) {
        byDependency.computeIfAbsent(dependency, first -> new ArrayList<>()).add(each);
      }
    }
    return byDependency.entrySet().stream()
        .map(each -> "Spanloom: %s traces %s in this module".formatted(each.getKey(), shown(each)))
        .toList();
  }

  private static String shown(Map.Entry<String, List<Implementation>> dependency) {
    Map<String, Long> counts =
        dependency.getValue().stream()
            .collect(groupingBy(each -> each.contract().className(), TreeMap::new, counting()));
    return counts.entrySet().stream()
        .map(
            each ->
                "%d %s of %s"
                    .formatted(
                        each.getValue(),
                        each.getValue() == 1 ? "method" : "methods",
                        each.getKey()))
        .collect(joining(", "));
  }
}
