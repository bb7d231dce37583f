package io.spanloom.weaver.weave;

import io.spanloom.weaver.model.SpanModel;
import io.spanloom.weaver.model.SpanModelException;
import io.spanloom.weaver.model.SpanModelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Weaves one module, in place, and only if something changed: the classes that its model names, and
 * the call sites that hand tasks to other threads.
 */
public final class ModuleWeaver {

  private final WeaveRequest request;
  private final ClassDirectory classes;

  public ModuleWeaver(WeaveRequest request) {
    this.request = request;
    this.classes = new ClassDirectory(request.classesDirectory());
  }

  /**
   * Weaves the advice into every method of the module's span model, and into what implements the
   * annotated methods of its dependencies; and has tasks run in the context of who hands them on.
   *
   * @return what was done: all those methods are traced now. Null if there is nothing to weave.
   * @throws WeaveException if a method would not be traced; then no class has been changed
   * @throws SpanModelException if a model cannot be read
   */
  public @Nullable WeaveOutcome weave() throws WeaveException, SpanModelException {
    try {
      Path modelFile = request.classesDirectory().resolve(SpanModelReader.LOCATION);
      FileContent model =
          Files.isRegularFile(modelFile) ? FileContent.of(SpanModelReader.bytes(modelFile)) : null;
      if (!Files.isDirectory(request.classesDirectory())) {
        return null;
      }
      WeaveOutcome outcome = weaveUnlessCurrent(modelFile, model);
      return outcome == null || outcome.isEmpty() ? null : outcome;
    } catch (IOException failure) {
      throw WeaveException.unreadable(request.classesDirectory(), failure);
    }
  }

  private @Nullable WeaveOutcome weaveUnlessCurrent(Path modelFile, @Nullable FileContent model)
      throws IOException, WeaveException, SpanModelException {
    BuildState state = BuildState.load(request.stateDirectory());
    String fingerprint = Fingerprint.of(request, model);
    if (state.isCurrent(fingerprint, classes)) {
      return state.unchanged();
    }
    SpanModel own = model == null ? null : SpanModelReader.parse(modelFile, model.bytes());
    try (ClassPath classPath = ClassPath.open(request.ownClassesAndDependencies())) {
      return new ModuleWeave(request, classes, classPath, state, fingerprint).run(own);
    }
  }
}
