package io.spanloom.maven;

import static java.util.stream.Collectors.joining;

import io.spanloom.weaver.blueprint.Blueprint;
import io.spanloom.weaver.blueprint.BlueprintRequest;
import io.spanloom.weaver.blueprint.Finding;
import io.spanloom.weaver.model.SpanModel;
import io.spanloom.weaver.model.SpanModelException;
import io.spanloom.weaver.model.SpanModelReader;
import io.spanloom.weaver.report.BlueprintText;
import io.spanloom.weaver.report.Glyphs;
import io.spanloom.weaver.report.ModuleReport;
import io.spanloom.weaver.report.ReportFiles;
import io.spanloom.weaver.report.TextReport;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
    try {
      SpanModel model = SpanModelReader.readBelow(classesDirectory.toPath());
      if (model == null) {
        reportNoModel(noModel());
      } else {
        report(model, Blueprint.of(request()));
      }
    } catch (SpanModelException unreadable) {
      throw new MojoFailureException(unreadable.getMessage(), unreadable);
    }
  }

  private void report(SpanModel model, Blueprint blueprint) throws MojoFailureException {
    String written = written(model, blueprint);
    if (print) {
      Glyphs glyphs = Glyphs.in(consoleCharset());
      print(
          BlueprintText.render(blueprint, glyphs)
              + "\n"
              + TextReport.render(project.getArtifactId(), model, glyphs)
              + "\n"
              + written);
    }
    blueprint.gaps().forEach(getLog()::warn);
    blueprint.findings().forEach(this::log);
    List<Finding> findings =
        blueprint.findings().stream().filter(finding -> !finding.lint().isHint()).toList();
    if (failOnLint && !findings.isEmpty()) {
      throw new MojoFailureException(
          "Cannot accept the blueprint of %s: %d of its spans are doubtful.\n  %s\nFollow the advice, or build without spanloom.failOnLint."
              .formatted(
                  project.getArtifactId(),
                  findings.stream().map(Finding::node).distinct().count(),
                  findings.stream().map(Finding::message).collect(joining("\n  "))));
    }
  }

  private void log(Finding finding) {
    if (finding.lint().isHint()) {
      getLog().info(finding.message());
    } else {
      getLog().warn(finding.message());
    }
  }

  private String written(SpanModel model, Blueprint blueprint) throws MojoFailureException {
    ModuleReport report =
        new ModuleReport(
            project.getGroupId(),
            project.getArtifactId(),
            project.getVersion(),
            model.conventions(),
            blueprint);
    try {
      return ReportFiles.write(report, outputDirectory.toPath()).stream()
          .map(this::fromCallDirectory)
          .map("Wrote %s\n"::formatted)
          .collect(joining());
    } catch (IOException failure) {
      throw new MojoFailureException(
          "Cannot write the reports of %s: %s. Make the directory writable, or choose another with -Dspanloom.outputDirectory=…"
              .formatted(project.getArtifactId(), failure),
          failure);
    }
  }

  private Path fromCallDirectory(Path file) {
    Path directory = Path.of(session.getExecutionRootDirectory());
    return file.startsWith(directory) ? directory.relativize(file) : file;
  }

  private BlueprintRequest request() throws MojoFailureException {
    dependencies.requireLegal();
    Map<Path, String> classPath = new LinkedHashMap<>();
    Set<Path> withoutSpans = new HashSet<>();
    for (Artifact artifact : project.getArtifacts()) {
      if (artifact.getFile() != null && artifact.getArtifactHandler().isAddedToClasspath()) {
        Path path = artifact.getFile().toPath();
        classPath.put(path, artifact.getArtifactId());
        if (!dependencies.accepts(artifact)) {
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
      print(noModel + System.lineSeparator());
    }
  }

  private static void print(String text) {
    PrintStream out = System.out;
    out.print(text);
    out.flush();
  }

  private String noModel() {
    return "%s has no span model in %s. Compile it first ('mvn compile spanloom:model') with spanloom-processor among the annotation processors."
        .formatted(project.getArtifactId(), classesDirectory);
  }

  /** Java 17 cannot ask a stream for its encoding; these are the names the JDK has for it. */
  private static Charset consoleCharset() {
    return Stream.of("stdout.encoding", "sun.stdout.encoding")
        .map(System::getProperty)
        .filter(name -> name != null && Charset.isSupported(name))
        .findFirst()
        .map(Charset::forName)
        .orElseGet(Charset::defaultCharset);
  }
}
