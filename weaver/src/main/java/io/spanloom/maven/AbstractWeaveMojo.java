package io.spanloom.maven;

import io.spanloom.weaver.model.SpanModelException;
import io.spanloom.weaver.weave.Dependency;
import io.spanloom.weaver.weave.ModuleWeaver;
import io.spanloom.weaver.weave.WeaveException;
import io.spanloom.weaver.weave.WeaveOutcome;
import io.spanloom.weaver.weave.WeaveRequest;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What weaving main classes and weaving test classes have in common. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
abstract class AbstractWeaveMojo extends AbstractMojo {

  /** The module to weave. */
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  /** This plugin: another version of it weaves anew. */
  @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
  private PluginDescriptor plugin;

  /** Skips weaving; annotated methods are not traced then. */
  @Parameter(property = "spanloom.skip", defaultValue = "false")
  private boolean skip;

  /**
   * Lets tasks run in the context of the code that hands them to an executor, a thread, a timer, a
   * {@code CompletableFuture} or a parallel stream.
   */
  @Parameter(property = "spanloom.propagateContext", defaultValue = "true")
  private boolean propagateContext;

  /**
   * The dependencies whose span models take part. A model says which classes of this module are
   * traced because they implement the dependency's annotated methods. All take part by default;
   * {@code <include>} and {@code <exclude>} name them by {@code groupId:artifactId}, in which
   * {@code *} stands for any characters. An exclude wins over an include.
   */
  @Parameter private DependencyFilter dependencies = new DependencyFilter();

  /** The directory for unwoven copies of woven classes and for notes between builds. */
  @Parameter(defaultValue = "${project.build.directory}/spanloom", readonly = true)
  private File workDirectory;

  /** The classes to weave, in place. */
  abstract Path classesDirectory();

  /** The dependencies of these classes; may contain the classes directory itself. */
  abstract List<String> classPath(MavenProject project)
      throws DependencyResolutionRequiredException;

  /** The name under which state is kept. */
  abstract String stateName();

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Weaving is skipped.");
      return;
    }
    try {
      weave();
    } catch (SpanModelException | WeaveException failure) {
      throw new MojoFailureException(failure.getMessage(), failure);
    } catch (DependencyResolutionRequiredException unresolved) {
      throw new MojoExecutionException("Cannot weave: dependencies are unresolved.", unresolved);
    }
  }

  private void weave()
      throws WeaveException,
          SpanModelException,
          DependencyResolutionRequiredException,
          MojoFailureException {
    long start = System.nanoTime();
    WeaveOutcome outcome = new ModuleWeaver(request()).weave();
    if (outcome == null) {
      getLog().info(noModel());
      return;
    }
    outcome.warnings().forEach(getLog()::warn);
    outcome.dependencies().forEach(getLog()::info);
    if (outcome.wovenNothing() && !outcome.changed()) {
      getLog().info(noModel());
      return;
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    getLog().info(summary(outcome, millis));
  }

  private WeaveRequest request()
      throws DependencyResolutionRequiredException, MojoFailureException {
    dependencies.requireLegal();
    Map<Path, Artifact> artifacts = new HashMap<>();
    for (Artifact artifact : project.getArtifacts()) {
      if (artifact.getFile() != null) {
        artifacts.put(artifact.getFile().toPath(), artifact);
      }
    }
    List<Dependency> classPath =
        classPath(project).stream()
            .map(Path::of)
            .filter(entry -> !entry.equals(classesDirectory()))
            .map(entry -> dependency(entry, artifacts.get(entry)))
            .toList();
    return new WeaveRequest(
        classesDirectory(),
        classPath,
        workDirectory.toPath().resolve(stateName()),
        propagateContext,
        plugin.getVersion());
  }

  /** The module's own classes, on the class path of its tests, are no artifact yet. */
  private Dependency dependency(Path entry, @Nullable Artifact artifact) {
    if (artifact == null) {
      return new Dependency(entry, project.getArtifactId(), "GROUP:ARTIFACT", true);
    }
    String name =
        Files.isDirectory(entry) ? artifact.getArtifactId() : String.valueOf(entry.getFileName());
    String pattern = artifact.getGroupId() + ":" + artifact.getArtifactId();
    return new Dependency(entry, name, pattern, dependencies.accepts(artifact));
  }

  private String noModel() {
    return "No span model in %s: nothing to weave. If methods there are annotated, check that spanloom-processor runs (annotationProcessorPaths of maven-compiler-plugin; JDK 23 and later run no processor by default)."
        .formatted(classesDirectory());
  }

  private String summary(WeaveOutcome outcome, long millis) {
    List<String> parts = new ArrayList<>();
    if (outcome.methods() > 0) {
      parts.add(
          counted(outcome.methods(), "method") + " of " + counted(outcome.classes(), "class"));
    }
    if (outcome.callSites() > 0) {
      parts.add("context propagation into " + counted(outcome.callSites(), "call site"));
    }
    String extent = parts.isEmpty() ? "the module's aspects" : String.join(", and ", parts);
    return outcome.changed()
        ? "Wove %s in %d ms".formatted(extent, millis)
        : "%s are woven, nothing changed".formatted(extent);
  }

  private static String counted(int count, String what) {
    String plural = what.endsWith("s") ? what + "es" : what + "s";
    return count + " " + (count == 1 ? what : plural);
  }
}
