package io.spanloom.weaver.weave;

import io.spanloom.weaver.file.BoundedFile;
import io.spanloom.weaver.file.TooLargeException;
import io.spanloom.weaver.model.SpanModelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a weave depends on besides the classes and aspects themselves.
 *
 * <p>A jar counts by path, size and time, a directory by path and model: any other change in what
 * it holds reaches us through the compiler, which recompiles the classes that depend on it.
 */
final class Fingerprint {

  /** Raised when the same inputs are to be woven differently. */
  private static final int SCHEME = 4;

  private Fingerprint() {}

  static String of(WeaveRequest request, @Nullable FileContent model) throws IOException {
    StringBuilder inputs = new StringBuilder();
    inputs.append(SCHEME).append('\n');
    inputs.append(request.propagateContext()).append('\n');
    inputs.append(request.toolVersion()).append('\n');
    inputs.append(Runtime.version().feature()).append('\n');
    inputs.append(model == null ? "no model" : model.digest()).append('\n');
    for (Dependency dependency : request.dependencies()) {
      inputs.append(dependency.traced()).append(' ').append(dependency.name()).append(' ');
      inputs.append(describe(dependency.path())).append('\n');
    }
    return Digest.of(inputs.toString());
  }

  private static String describe(Path entry) throws IOException {
    if (!Files.isRegularFile(entry)) {
      Path model = entry.resolve(SpanModelReader.LOCATION);
      return entry + (Files.isRegularFile(model) ? " " + digest(model) : "");
    }
    return entry + " " + Files.size(entry) + " " + Files.getLastModifiedTime(entry).toMillis();
  }

  /** Of a model. One that is too large is refused where it is read. */
  private static String digest(Path model) throws IOException {
    try {
      return Digest.of(BoundedFile.read(model));
    } catch (TooLargeException reportedWhenRead) {
      return "too large";
    }
  }
}
