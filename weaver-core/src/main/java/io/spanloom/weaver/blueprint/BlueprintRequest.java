package io.spanloom.weaver.blueprint;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Whose blueprint to read.
 *
 * @param artifact the module's name
 * @param classesDirectory its compiled classes, woven or not
 * @param dependencies its dependencies' directories and jars in class path order, each with the
 *     name of its artifact
 * @param withoutSpans those of the dependencies whose spans are left out
 */
public record BlueprintRequest(
    String artifact,
    Path classesDirectory,
    Map<Path, String> dependencies,
    Set<Path> withoutSpans) {

  public BlueprintRequest {
    requireNonNull(artifact, "artifact");
    requireNonNull(classesDirectory, "classesDirectory");
    dependencies = Collections.unmodifiableMap(new LinkedHashMap<>(dependencies));
    withoutSpans = Set.copyOf(withoutSpans);
  }

  /** With the spans of all dependencies. */
  public BlueprintRequest(String artifact, Path classesDirectory, Map<Path, String> dependencies) {
    this(artifact, classesDirectory, dependencies, Set.of());
  }
}
