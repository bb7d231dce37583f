package io.spanloom.maven;

import io.spanloom.weaver.BuildFailure;
import io.spanloom.weaver.BuildTool;
import io.spanloom.weaver.SpanCheck;
import java.io.File;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Compares the module's spans with what {@code spanloom.lock.json} promises those who read them.
 *
 * <p>New spans, attributes and optional arguments are fine. What is removed, renamed or retyped,
 * and another version of a convention, fails the build with the difference, until {@code
 * -Dspanloom.update} writes the file anew.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class CheckMojo extends AbstractMojo {

  /** The module to check. */
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  /** The module's compiled classes. */
  @Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true)
  private File classesDirectory;

  /** The file with what the module promises. It belongs under version control. */
  @Parameter(property = "spanloom.lockFile", defaultValue = "${project.basedir}/spanloom.lock.json")
  private File lockFile;

  /** Writes the file as the spans are now, which accepts every change. */
  @Parameter(property = "spanloom.update", defaultValue = "false")
  private boolean update;

  /** Checks nothing. */
  @Parameter(property = "spanloom.skip", defaultValue = "false")
  private boolean skip;

  @Override
  public void execute() throws MojoFailureException {
    if (skip || project.getPackaging().equals("pom")) {
      return;
    }
    try {
      new SpanCheck(
              project.getArtifactId(),
              classesDirectory.toPath(),
              lockFile.toPath(),
              BuildTool.MAVEN,
              new MavenLog(getLog()))
          .run(update);
    } catch (BuildFailure failure) {
      throw new MojoFailureException(failure.getMessage(), failure);
    }
  }
}
