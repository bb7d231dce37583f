package io.spanloom.weaver;

import io.spanloom.weaver.model.SpanModelException;
import io.spanloom.weaver.weave.ModuleWeaver;
import io.spanloom.weaver.weave.WeaveException;
import io.spanloom.weaver.weave.WeaveOutcome;
import io.spanloom.weaver.weave.WeaveRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Weaves a module in place, and says what was done. */
public final class SpanWeave {

  private final BuildTool tool;
  private final BuildLog log;

  public SpanWeave(BuildTool tool, BuildLog log) {
    this.tool = tool;
    this.log = log;
  }

  /**
   * Weaves, unless nothing changed.
   *
   * @throws BuildFailure if a method would not be traced; then no class has been changed
   */
  public void run(WeaveRequest request) throws BuildFailure {
    long start = System.nanoTime();
    WeaveOutcome outcome = outcome(request);
    if (outcome == null) {
      log.info(noModel(request));
      return;
    }
    outcome.warnings().forEach(log::warn);
    outcome.dependencies().forEach(log::info);
    if (outcome.wovenNothing() && !outcome.changed()) {
      log.info(noModel(request));
    } else {
      log.info(summary(outcome, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
    }
  }

  private static @Nullable WeaveOutcome outcome(WeaveRequest request) throws BuildFailure {
    try {
      return new ModuleWeaver(request).weave();
    } catch (SpanModelException | WeaveException failure) {
      throw new BuildFailure(failure.getMessage(), failure);
    }
  }

  private String noModel(WeaveRequest request) {
    return "No span model in %s: nothing to weave. If methods there are annotated, check that spanloom-processor runs (%s; JDK 23 and later run no processor by default)."
        .formatted(request.classesDirectory(), tool.processor());
  }

  private static String summary(WeaveOutcome outcome, long millis) {
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
