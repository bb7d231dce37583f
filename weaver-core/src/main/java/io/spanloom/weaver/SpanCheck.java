package io.spanloom.weaver;

import io.spanloom.weaver.lock.Comparison;
import io.spanloom.weaver.lock.Lock;
import io.spanloom.weaver.lock.LockException;
import io.spanloom.weaver.lock.LockFile;
import io.spanloom.weaver.lock.LockReport;
import io.spanloom.weaver.model.SpanModel;
import io.spanloom.weaver.model.SpanModelException;
import io.spanloom.weaver.model.SpanModelReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Compares a module's spans with what {@code spanloom.lock.json} promises those who read them.
 *
 * <p>New spans, attributes and optional arguments are fine. What is removed, renamed or retyped,
 * and another version of a convention, fails the build with the difference.
 */
public final class SpanCheck {

  private final String module;
  private final Path classesDirectory;
  private final Path lockFile;
  private final BuildTool tool;
  private final BuildLog log;

  /**
   * A check.
   *
   * @param module what messages call the module
   * @param classesDirectory the module's compiled classes with their span model
   */
  public SpanCheck(
      String module, Path classesDirectory, Path lockFile, BuildTool tool, BuildLog log) {
    this.module = module;
    this.classesDirectory = classesDirectory;
    this.lockFile = lockFile;
    this.tool = tool;
    this.log = log;
  }

  /**
   * Checks.
   *
   * @param update writes the file as the spans are now instead, which accepts every change
   * @throws BuildFailure if what reads the spans breaks by a change, or a file cannot be read
   */
  public void run(boolean update) throws BuildFailure {
    try {
      SpanModel model = SpanModelReader.readBelow(classesDirectory);
      LockFile file = new LockFile(lockFile);
      if (model == null) {
        checkNothingIsPromised();
      } else if (update) {
        update(Lock.of(model), file);
      } else {
        compare(file.read(), Lock.of(model));
      }
    } catch (SpanModelException | LockException failure) {
      throw new BuildFailure(failure.getMessage(), failure);
    }
  }

  private void checkNothingIsPromised() throws BuildFailure {
    if (Files.exists(lockFile)) {
      throw new BuildFailure(
          "Cannot check the spans of %s: it has no span model in %s, but promises spans in %s. Compile it with spanloom-processor among the annotation processors, or delete the file if it shall have no spans."
              .formatted(module, classesDirectory, lockFile.getFileName()));
    }
    log.info("No span model in %s: nothing to check.".formatted(classesDirectory));
  }

  private void update(Lock now, LockFile file) throws LockException {
    boolean changed = file.write(now);
    log.info(
        changed
            ? "Wrote %s: %d %s. Commit it."
                .formatted(lockFile, now.spans().size(), now.spans().size() == 1 ? "span" : "spans")
            : "%s says what the spans are already".formatted(lockFile.getFileName()));
  }

  private void compare(@Nullable Lock promised, Lock now) throws BuildFailure {
    if (promised == null) {
      log.warn(
          "No %s: nothing keeps the spans of %s from changing unnoticed. Run '%s' to write it, and commit it."
              .formatted(lockFile, module, tool.update()));
      return;
    }
    Comparison comparison = Comparison.between(promised, now);
    if (comparison.breaking() > 0) {
      throw new BuildFailure(failureMessage(comparison));
    }
    int spans = promised.spans().size();
    log.info(
        "%d %s as %s says"
            .formatted(spans, spans == 1 ? "span is" : "spans are", lockFile.getFileName()));
    if (comparison.additions() > 0) {
      log.info(
          "New, and not in %s yet ('%s' adds it):"
              .formatted(lockFile.getFileName(), tool.update()));
      LockReport.additions(comparison).lines().forEach(log::info);
    }
  }

  private String failureMessage(Comparison comparison) {
    return """
    Cannot accept the spans of %s: %d %s what reads them, by %s.
    %sPut back what was, or accept the new spans with '%s', commit the file, and change the queries, dashboards, alerts and tool callers that go by the old ones."""
        .formatted(
            module,
            comparison.breaking(),
            comparison.breaking() == 1 ? "change breaks" : "changes break",
            lockFile.getFileName(),
            LockReport.breaking(comparison),
            tool.update());
  }
}
