package io.spanloom.maven.weave;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

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

  /** Where the dependencies are. */
  List<Path> classPath() {
    return dependencies.stream().map(Dependency::path).toList();
  }
}
