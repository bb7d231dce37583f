package io.spanloom.maven;

import io.spanloom.maven.model.SpanModelException;
import io.spanloom.maven.weave.ModuleWeaver;
import io.spanloom.maven.weave.WeaveException;
import io.spanloom.maven.weave.WeaveOutcome;
import io.spanloom.maven.weave.WeaveRequest;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

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
      throws WeaveException, SpanModelException, DependencyResolutionRequiredException {
    long start = System.nanoTime();
    WeaveOutcome outcome = new ModuleWeaver(request()).weave();
    if (outcome == null) {
      getLog().info(noModel());
      return;
    }
    outcome.warnings().forEach(getLog()::warn);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    getLog().info(summary(outcome, millis));
  }

  private WeaveRequest request() throws DependencyResolutionRequiredException {
    List<Path> dependencies =
        classPath(project).stream()
            .map(Path::of)
            .filter(entry -> !entry.equals(classesDirectory()))
            .toList();
    return new WeaveRequest(
        classesDirectory(),
        dependencies,
        workDirectory.toPath().resolve(stateName()),
        propagateContext,
        plugin.getVersion());
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
    String extent = String.join(", and ", parts);
    return outcome.changed()
        ? "Wove %s in %d ms".formatted(extent, millis)
        : "%s are woven, nothing changed".formatted(extent);
  }

  private static String counted(int count, String what) {
    String plural = what.endsWith("s") ? what + "es" : what + "s";
    return count + " " + (count == 1 ? what : plural);
  }
}
