package io.spanloom.maven;

import io.spanloom.weaver.BuildFailure;
import io.spanloom.weaver.BuildTool;
import io.spanloom.weaver.DependencyPatterns;
import io.spanloom.weaver.SpanReports;
import io.spanloom.weaver.blueprint.BlueprintRequest;
import java.io.File;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Prints the spans that the module's classes will emit: first the blueprint, the tree of which can
 * be below which; then for each its name and kind, what it captures and from where, where a tool
 * takes its call id from, and the line of source.
 *
 * <p>What is doubtful about the module's spans is a warning: a model call outside any workflow or
 * agent, a tool that nothing calls.
 *
 * <p>Writes the same as files: {@code index.html} to look at, {@code SPANS.md} for code hosts,
 * {@code model.json} for programs and {@code registry.yaml} for OpenTelemetry Weaver.
 *
 * <p>The model is printed to standard output, so that {@code mvn -q} shows it too. It exists once
 * the module is compiled.
 */
@Mojo(
    name = "model",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class ModelMojo extends AbstractMojo {

  /** The module whose model is printed. */
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  /** The module's compiled classes. */
  @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true)
  private File classesDirectory;

  /** Whether the build fails where a warning is given. */
  @Parameter(property = "spanloom.failOnLint", defaultValue = "false")
  private boolean failOnLint;

  /** Whether the model is printed; it is written to files in any case. */
  @Parameter(property = "spanloom.print", defaultValue = "true")
  private boolean print;

  /** The directory for the reports. */
  @Parameter(
      property = "spanloom.outputDirectory",
      defaultValue = "${project.build.directory}/spanloom")
  private File outputDirectory;

  /** The build: where it was called, and whether it is of one module alone. */
  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  /**
   * The dependencies whose spans are part of the blueprint, as for {@code weave}: {@code <include>}
   * and {@code <exclude>} name them by {@code groupId:artifactId}.
   */
  @Parameter private DependencyFilter dependencies = new DependencyFilter();

  /** Prints and writes nothing. */
  @Parameter(property = "spanloom.skip", defaultValue = "false")
  private boolean skip;

  @Override
  public void execute() throws MojoFailureException {
    if (skip || project.getPackaging().equals("pom")) {
      return;
    }
    SpanReports reports =
        new SpanReports(
            new SpanReports.Module(
                project.getGroupId(),
                project.getArtifactId(),
                project.getVersion(),
                Path.of(session.getExecutionRootDirectory())),
            BuildTool.MAVEN,
            new MavenLog(getLog()));
    SpanReports.Options options =
        new SpanReports.Options(outputDirectory.toPath(), print, failOnLint);
    try {
      if (!reports.run(request(), options)) {
        reportNoModel(reports.noModel(classesDirectory.toPath()));
      }
    } catch (BuildFailure failure) {
      throw new MojoFailureException(failure.getMessage(), failure);
    }
  }

  private BlueprintRequest request() throws BuildFailure {
    DependencyPatterns patterns = dependencies.patterns();
    Map<Path, String> classPath = new LinkedHashMap<>();
    Set<Path> withoutSpans = new HashSet<>();
    for (Artifact artifact : project.getArtifacts()) {
      if (artifact.getFile() != null && artifact.getArtifactHandler().isAddedToClasspath()) {
        Path path = artifact.getFile().toPath();
        classPath.put(path, artifact.getArtifactId());
        if (!patterns.accept(artifact.getGroupId() + ":" + artifact.getArtifactId())) {
          withoutSpans.add(path);
        }
      }
    }
    return new BlueprintRequest(
        project.getArtifactId(), classesDirectory.toPath(), classPath, withoutSpans);
  }

  /** Among many modules some trace nothing, which is no news. */
  private void reportNoModel(String noModel) {
    if (session.getProjects().size() > 1) {
      getLog().info(noModel);
    } else {
      new MavenLog(getLog()).print(noModel + System.lineSeparator());
    }
  }
}
