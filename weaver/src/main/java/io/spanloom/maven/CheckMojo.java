package io.spanloom.maven;

import io.spanloom.weaver.lock.Comparison;
import io.spanloom.weaver.lock.Lock;
import io.spanloom.weaver.lock.LockException;
import io.spanloom.weaver.lock.LockFile;
import io.spanloom.weaver.lock.LockReport;
import io.spanloom.weaver.model.SpanModel;
import io.spanloom.weaver.model.SpanModelException;
import io.spanloom.weaver.model.SpanModelReader;
import java.io.File;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

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
      check(SpanModelReader.readBelow(classesDirectory.toPath()), new LockFile(lockFile.toPath()));
    } catch (SpanModelException | LockException failure) {
      throw new MojoFailureException(failure.getMessage(), failure);
    }
  }

  private void check(@Nullable SpanModel model, LockFile file)
      throws LockException, MojoFailureException {
    if (model == null) {
      checkNothingIsPromised();
    } else if (update) {
      update(Lock.of(model), file);
    } else {
      compare(file.read(), Lock.of(model));
    }
  }

  private void checkNothingIsPromised() throws MojoFailureException {
    if (lockFile.exists()) {
      throw new MojoFailureException(
          "Cannot check the spans of %s: it has no span model in %s, but promises spans in %s. Compile it with spanloom-processor among the annotation processors, or delete the file if it shall have no spans."
              .formatted(project.getArtifactId(), classesDirectory, lockFile.getName()));
    }
    getLog().info("No span model in %s: nothing to check.".formatted(classesDirectory));
  }

  private void update(Lock now, LockFile file) throws LockException {
    boolean changed = file.write(now);
    getLog()
        .info(
            changed
                ? "Wrote %s: %d %s. Commit it."
                    .formatted(
                        lockFile, now.spans().size(), now.spans().size() == 1 ? "span" : "spans")
                : "%s says what the spans are already".formatted(lockFile.getName()));
  }

  private void compare(@Nullable Lock promised, Lock now) throws MojoFailureException {
    if (promised == null) {
      getLog()
          .warn(
              "No %s: nothing keeps the spans of %s from changing unnoticed. Run 'mvn verify -Dspanloom.update' to write it, and commit it."
                  .formatted(lockFile, project.getArtifactId()));
      return;
    }
    Comparison comparison = Comparison.between(promised, now);
    if (comparison.breaking() > 0) {
      throw new MojoFailureException(failureMessage(comparison));
    }
    int spans = promised.spans().size();
    getLog()
        .info(
            "%d %s as %s says"
                .formatted(spans, spans == 1 ? "span is" : "spans are", lockFile.getName()));
    if (comparison.additions() > 0) {
      getLog()
          .info(
              "New, and not in %s yet ('mvn verify -Dspanloom.update' adds it):"
                  .formatted(lockFile.getName()));
      LockReport.additions(comparison).lines().forEach(getLog()::info);
    }
  }

  private String failureMessage(Comparison comparison) {
    return """
    Cannot accept the spans of %s: %d %s what reads them, by %s.
    %sPut back what was, or accept the new spans with 'mvn verify -Dspanloom.update', commit the file, and change the queries, dashboards, alerts and tool callers that go by the old ones."""
        .formatted(
            project.getArtifactId(),
            comparison.breaking(),
            comparison.breaking() == 1 ? "change breaks" : "changes break",
            lockFile.getName(),
            LockReport.breaking(comparison));
  }
}
