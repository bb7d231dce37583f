package io.spanloom.gradle;

import io.spanloom.weaver.BuildFailure;
import io.spanloom.weaver.BuildTool;
import io.spanloom.weaver.SpanReports;
import io.spanloom.weaver.blueprint.BlueprintRequest;
import io.spanloom.weaver.weave.Dependency;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.gradle.api.DefaultTask;
import org.gradle.api.GradleException;
import org.gradle.api.file.DirectoryProperty;
import org.gradle.api.provider.Property;
import org.gradle.api.tasks.Input;
import org.gradle.api.tasks.InputFiles;
import org.gradle.api.tasks.Internal;
import org.gradle.api.tasks.Nested;
import org.gradle.api.tasks.OutputDirectory;
import org.gradle.api.tasks.PathSensitive;
import org.gradle.api.tasks.PathSensitivity;
import org.gradle.api.tasks.TaskAction;
import org.gradle.api.tasks.UntrackedTask;

/**
 * Prints the spans that the project's classes will emit, and writes {@code index.html}, {@code
 * SPANS.md}, {@code model.json} and {@code registry.yaml}.
 */
@UntrackedTask(because = "it prints what it is asked for each time")
public abstract class SpanloomModel extends DefaultTask {

  /** The woven classes. */
  @InputFiles
  @PathSensitive(PathSensitivity.RELATIVE)
  public abstract DirectoryProperty getClasses();

  /** What the classes see. */
  @Nested
  public abstract ClassPathInputs getClassPath();

  /** The project's group, name and version, and where the build is. */
  @Input
  public abstract Property<String> getGroupName();

  @Input
  public abstract Property<String> getArtifact();

  @Input
  public abstract Property<String> getVersion();

  @Internal
  public abstract DirectoryProperty getBuildRoot();

  /** Whether a doubtful span fails the build. */
  @Input
  public abstract Property<Boolean> getFailOnLint();

  /** The directory for the reports. */
  @OutputDirectory
  public abstract DirectoryProperty getReports();

  /**
   * Reports.
   *
   * @throws GradleException if a model cannot be read, or a report not be written
   */
  @TaskAction
  public void report() {
    SpanReports reports =
        new SpanReports(
            new SpanReports.Module(
                getGroupName().get(),
                getArtifact().get(),
                getVersion().get(),
                path(getBuildRoot())),
            BuildTool.GRADLE,
            new GradleLog(getLogger()));
    try {
      if (!reports.run(request(), options())) {
        getLogger().quiet(reports.noModel(path(getClasses())));
      }
    } catch (BuildFailure failure) {
      throw new GradleException(String.valueOf(failure.getMessage()), failure);
    }
  }

  private SpanReports.Options options() {
    return new SpanReports.Options(path(getReports()), true, getFailOnLint().get());
  }

  private BlueprintRequest request() throws BuildFailure {
    Map<Path, String> classPath = new LinkedHashMap<>();
    Set<Path> withoutSpans = new HashSet<>();
    for (Dependency dependency : ClassPathInputs.dependencies(getClassPath())) {
      classPath.put(dependency.path(), dependency.name());
      if (!dependency.traced()) {
        withoutSpans.add(dependency.path());
      }
    }
    return new BlueprintRequest(getArtifact().get(), path(getClasses()), classPath, withoutSpans);
  }

  private static Path path(DirectoryProperty directory) {
    return directory.get().getAsFile().toPath();
  }
}
