package io.spanloom.maven;

import io.spanloom.maven.model.SpanModel;
import io.spanloom.maven.model.SpanModelException;
import io.spanloom.maven.model.SpanModelReader;
import io.spanloom.maven.report.Glyphs;
import io.spanloom.maven.report.TextReport;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Prints the spans that the module's classes will emit: for each its name and kind, what it
 * captures and from where, where a tool takes its call id from, and the line of source.
 *
 * <p>The model is printed to standard output, so that {@code mvn -q} shows it too. It exists once
 * the module is compiled.
 */
@Mojo(name = "model", threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class ModelMojo extends AbstractMojo {

  /** The module whose model is printed. */
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  /** The module's compiled classes. */
  @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true)
  private File classesDirectory;

  /** Prints nothing. */
  @Parameter(property = "spanloom.skip", defaultValue = "false")
  private boolean skip;

  @Override
  public void execute() throws MojoFailureException {
    if (skip || project.getPackaging().equals("pom")) {
      return;
    }
    try {
      print(SpanModelReader.readBelow(classesDirectory.toPath()));
    } catch (SpanModelException unreadable) {
      throw new MojoFailureException(unreadable.getMessage(), unreadable);
    }
  }

  private void print(@Nullable SpanModel model) {
    PrintStream out = System.out;
    out.print(
        model == null
            ? noModel()
            : TextReport.render(project.getArtifactId(), model, Glyphs.in(consoleCharset())));
    out.flush();
  }

  private String noModel() {
    return "%s has no span model in %s. Compile it first ('mvn compile spanloom:model') with spanloom-processor among the annotation processors.%n"
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
