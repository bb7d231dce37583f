package io.spanloom.gradle;

import io.spanloom.weaver.BuildFailure;
import io.spanloom.weaver.BuildTool;
import io.spanloom.weaver.SpanWeave;
import io.spanloom.weaver.weave.WeaveRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import org.gradle.api.DefaultTask;
import org.gradle.api.GradleException;
import org.gradle.api.file.ConfigurableFileCollection;
import org.gradle.api.file.DirectoryProperty;
import org.gradle.api.file.FileSystemOperations;
import org.gradle.api.file.FileType;
import org.gradle.api.provider.Property;
import org.gradle.api.tasks.CacheableTask;
import org.gradle.api.tasks.IgnoreEmptyDirectories;
import org.gradle.api.tasks.Input;
import org.gradle.api.tasks.InputFiles;
import org.gradle.api.tasks.LocalState;
import org.gradle.api.tasks.Nested;
import org.gradle.api.tasks.OutputDirectory;
import org.gradle.api.tasks.PathSensitive;
import org.gradle.api.tasks.PathSensitivity;
import org.gradle.api.tasks.SkipWhenEmpty;
import org.gradle.api.tasks.TaskAction;
import org.gradle.work.ChangeType;
import org.gradle.work.FileChange;
import org.gradle.work.InputChanges;

/**
 * Weaves spans into what the compilers wrote, and proves that every annotated method is traced.
 *
 * <p>The compilers' own outputs stay as they are, so that compilation stays up to date and
 * incremental: this task copies the classes that changed, of all compilers together, and weaves the
 * copies.
 */
@CacheableTask
public abstract class SpanloomWeave extends DefaultTask {

  /** Where the weaver keeps unwoven copies. */
  private static final String COPIES = "unwoven";

  /** The directories that the compilers wrote classes to; without any, nothing is done. */
  @InputFiles
  @PathSensitive(PathSensitivity.RELATIVE)
  @SkipWhenEmpty
  @IgnoreEmptyDirectories
  public abstract ConfigurableFileCollection getCompiled();

  /** What the classes see. */
  @Nested
  public abstract ClassPathInputs getClassPath();

  /** Whether tasks are to run in the context of who hands them on. */
  @Input
  public abstract Property<Boolean> getPropagateContext();

  /** The plugin's version: another one weaves anew. */
  @Input
  public abstract Property<String> getToolVersion();

  /** The woven classes. */
  @OutputDirectory
  public abstract DirectoryProperty getWoven();

  /** Unwoven copies of woven classes, and notes between builds. */
  @LocalState
  public abstract DirectoryProperty getWeaverState();

  /** Gradle implements the method. */
  @Inject
  @SuppressWarnings("JavaxInjectOnAbstractMethod")
  protected abstract FileSystemOperations getFileSystem();

  /**
   * Weaves what changed.
   *
   * @throws GradleException if a method would not be traced
   */
  @TaskAction
  public void weave(InputChanges changes) {
    Path state = getWeaverState().get().getAsFile().toPath();
    boolean again = changes.isIncremental() && Files.isDirectory(state.resolve(COPIES));
    if (!again) {
      getFileSystem().delete(spec -> spec.delete(getWeaverState(), getWoven()));
    }
    copy(changes, again);
    try {
      new SpanWeave(BuildTool.GRADLE, new GradleLog(getLogger())).run(request(state));
    } catch (BuildFailure failure) {
      getFileSystem().delete(spec -> spec.delete(getWeaverState()));
      throw new GradleException(String.valueOf(failure.getMessage()), failure);
    }
  }

  private WeaveRequest request(Path state) throws BuildFailure {
    return new WeaveRequest(
        getWoven().get().getAsFile().toPath(),
        ClassPathInputs.dependencies(getClassPath()),
        state,
        getPropagateContext().get(),
        getToolVersion().get());
  }

  private void copy(InputChanges changes, boolean again) {
    Path target = getWoven().get().getAsFile().toPath();
    WovenDirectory woven = new WovenDirectory(target);
    try {
      Files.createDirectories(target);
      if (!again) {
        for (var root : getCompiled().getFiles()) {
          woven.copyAll(root.toPath());
        }
        return;
      }
      for (FileChange change : changes.getFileChanges(getCompiled())) {
        if (change.getFileType() == FileType.FILE) {
          apply(change, woven);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot copy the classes to weave to " + target, failure);
    }
  }

  private static void apply(FileChange change, WovenDirectory woven) throws IOException {
    if (change.getChangeType() == ChangeType.REMOVED) {
      woven.delete(change.getNormalizedPath());
    } else {
      woven.copy(change.getFile().toPath(), change.getNormalizedPath());
    }
  }
}
