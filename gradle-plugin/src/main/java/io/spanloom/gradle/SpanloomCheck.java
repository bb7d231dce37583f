package io.spanloom.gradle;

import io.spanloom.weaver.BuildFailure;
import io.spanloom.weaver.BuildTool;
import io.spanloom.weaver.SpanCheck;
import org.gradle.api.DefaultTask;
import org.gradle.api.GradleException;
import org.gradle.api.file.DirectoryProperty;
import org.gradle.api.file.RegularFileProperty;
import org.gradle.api.provider.Property;
import org.gradle.api.tasks.Input;
import org.gradle.api.tasks.InputFiles;
import org.gradle.api.tasks.Internal;
import org.gradle.api.tasks.PathSensitive;
import org.gradle.api.tasks.PathSensitivity;
import org.gradle.api.tasks.TaskAction;
import org.gradle.api.tasks.UntrackedTask;
import org.gradle.api.tasks.options.Option;

/** Compares the project's spans with what {@code spanloom.lock.json} promises. */
@UntrackedTask(because = "it may write the file that it reads")
public abstract class SpanloomCheck extends DefaultTask {

  /** The woven classes with their span model. */
  @InputFiles
  @PathSensitive(PathSensitivity.RELATIVE)
  public abstract DirectoryProperty getClasses();

  /** What messages call the project. */
  @Input
  public abstract Property<String> getArtifact();

  /** The file with the promised spans. */
  @Internal
  public abstract RegularFileProperty getLockFile();

  /** Whether to write the file as the spans are now, which accepts every change. */
  @Input
  @Option(option = "update", description = "Writes the lock file anew, which accepts every change.")
  public abstract Property<Boolean> getUpdate();

  /**
   * Checks.
   *
   * @throws GradleException if what reads the spans breaks by a change
   */
  @TaskAction
  public void check() {
    try {
      new SpanCheck(
              getArtifact().get(),
              getClasses().get().getAsFile().toPath(),
              getLockFile().get().getAsFile().toPath(),
              BuildTool.GRADLE,
              new GradleLog(getLogger()))
          .run(getUpdate().get());
    } catch (BuildFailure failure) {
      throw new GradleException(String.valueOf(failure.getMessage()), failure);
    }
  }
}
