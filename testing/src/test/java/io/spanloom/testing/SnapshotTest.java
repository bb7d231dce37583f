package io.spanloom.testing;

import static io.spanloom.testing.SpanloomAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CyclicBarrier;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Traces kept in files. */
class SnapshotTest {

  @RegisterExtension final SpanloomExtension spanloom = SpanloomExtension.create();

  @TempDir Path directory;

  private final Library library = new Library();

  @AfterEach
  void compare() {
    System.clearProperty(Snapshot.UPDATE);
  }

  @Test
  void theTraceInFull() {
    library.answer(Library.QUESTION);

    assertThat(spanloom.trace())
        .matchesSnapshot(Path.of("src/test/resources/snapshots/answer.txt"));
  }

  @Test
  void anyDifferenceIsReported() throws Exception {
    library.browse("a");
    Path file = directory.resolve("browse.txt");
    Files.writeString(file, SnapshotText.of(spanloom.trace()).replace("browse", "rummage"));

    assertThatThrownBy(() -> assertThat(spanloom.trace()).matchesSnapshot(file))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("browse", "rummage", "-Dsnapshots.update=true");
  }

  @Test
  void aMissingFileSaysHowToWriteIt() {
    library.browse("a");

    assertThatThrownBy(
            () -> assertThat(spanloom.trace()).matchesSnapshot(directory.resolve("none.txt")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("There is no snapshot", "-Dsnapshots.update=true");
  }

  @Test
  void isWrittenOnlyWhenRequestedAndNeverOnAServer() throws Exception {
    library.browse("a");
    Path file = directory.resolve("new").resolve("browse.txt");
    System.setProperty(Snapshot.UPDATE, "true");

    if (System.getenv("CI") == null) {
      assertThat(spanloom.trace()).matchesSnapshot(file);
      System.clearProperty(Snapshot.UPDATE);
      assertThat(spanloom.trace()).matchesSnapshot(file);
      return;
    }
    assertThatThrownBy(() -> assertThat(spanloom.trace()).matchesSnapshot(file))
        .hasMessageContaining("refused");
  }

  @Test
  void parallelCallsHaveOneText() throws Exception {
    String first = parallel("call_7", "call_8");
    spanloom.recorded().clear();
    String second = parallel("call_31", "call_3");

    Assertions.assertThat(second).isEqualTo(first).contains("<call 2>");
  }

  /** Two tools at once, started in either order. */
  private String parallel(String one, String other) throws Exception {
    CyclicBarrier both = new CyclicBarrier(2);
    Tracer tracer = spanloom.openTelemetry().getTracer("test");
    Span root = tracer.spanBuilder("root").startSpan();
    try (Scope scope = root.makeCurrent()) {
      Assertions.assertThat(scope).isNotNull();
      Runnable second = Context.current().wrap(() -> library.meet(other, () -> arrive(both)));
      Thread thread = new Thread(second);
      thread.start();
      library.meet(one, () -> arrive(both));
      thread.join();
    } finally {
      root.end();
    }
    return SnapshotText.of(spanloom.trace());
  }

  private static void arrive(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }
}
