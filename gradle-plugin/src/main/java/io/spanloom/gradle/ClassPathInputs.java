package io.spanloom.gradle;

import io.spanloom.weaver.BuildFailure;
import io.spanloom.weaver.DependencyPatterns;
import io.spanloom.weaver.weave.Dependency;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gradle.api.file.ConfigurableFileCollection;
import org.gradle.api.provider.ListProperty;
import org.gradle.api.provider.MapProperty;
import org.gradle.api.tasks.Classpath;
import org.gradle.api.tasks.CompileClasspath;
import org.gradle.api.tasks.Input;
import org.gradle.api.tasks.Internal;

/** A class path, and which of its span models take part. */
public interface ClassPathInputs {

  /** The runtime class path, whose span models take part. */
  @Classpath
  ConfigurableFileCollection getRuntime();

  /** The compile class path: where types are found that are not there at run time. */
  @CompileClasspath
  ConfigurableFileCollection getCompileTime();

  /** The {@code group:name} of the runtime class path's files. */
  @Internal
  MapProperty<String, String> getCoordinates();

  /** Patterns of the dependencies that take part. */
  @Input
  ListProperty<String> getIncludes();

  /** Patterns of the dependencies that do not. */
  @Input
  ListProperty<String> getExcludes();

  /** The class path as the weaver wants it. */
  static List<Dependency> dependencies(ClassPathInputs inputs) throws BuildFailure {
    DependencyPatterns patterns =
        new DependencyPatterns(inputs.getIncludes().get(), inputs.getExcludes().get());
    Map<String, String> coordinates = inputs.getCoordinates().get();
    List<File> runtime = List.copyOf(inputs.getRuntime().getFiles());
    return inputs.getRuntime().plus(inputs.getCompileTime()).getFiles().stream()
        .map(
            file ->
                dependency(
                    file.toPath(),
                    coordinates.getOrDefault(file.getPath(), "GROUP:ARTIFACT"),
                    runtime.contains(file),
                    patterns))
        .toList();
  }

  private static Dependency dependency(
      Path path, String coordinates, boolean atRunTime, DependencyPatterns patterns) {
    String name = String.valueOf(path.getFileName());
    return new Dependency(path, name, coordinates, atRunTime && patterns.accept(coordinates));
  }
}
