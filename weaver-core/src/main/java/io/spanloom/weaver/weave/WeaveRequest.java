package io.spanloom.weaver.weave;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What to weave and where.
 *
 * @param classesDirectory the module's compiled classes, woven in place
 * @param dependencies the class path, without the module's own classes
 * @param stateDirectory where unwoven copies and the build record are kept between builds
 * @param propagateContext whether tasks are to run in the context of who hands them on
 * @param toolVersion version of the plugin: another version weaves anew
 */
public record WeaveRequest(
    Path classesDirectory,
    List<Dependency> dependencies,
    Path stateDirectory,
    boolean propagateContext,
    String toolVersion) {

  public WeaveRequest {
    requireNonNull(classesDirectory, "classesDirectory");
    dependencies = List.copyOf(dependencies);
    requireNonNull(stateDirectory, "stateDirectory");
    requireNonNull(toolVersion, "toolVersion");
  }

  /** The class path: the module's own classes, then its dependencies. */
  List<Path> ownClassesAndDependencies() {
    return Stream.concat(Stream.of(classesDirectory), dependencies.stream().map(Dependency::path))
        .toList();
  }
}
