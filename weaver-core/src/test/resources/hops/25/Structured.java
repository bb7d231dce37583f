package hops;

import io.spanloom.annotations.Workflow;
import java.util.concurrent.StructuredTaskScope;

/** Structured concurrency, as Java 25 previews it. */
final class Structured {

  @Workflow
  static int forks() throws Exception {
    try (var scope = StructuredTaskScope.open()) {
      scope.fork(() -> Work.call(1));
      scope.fork(() -> { Work.call(2); });
      scope.join();
    }
    return 2;
  }
}
