package io.spanloom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.spanloom.annotations.Attribute;
import io.spanloom.annotations.Tool;
import java.io.IOException;
import java.lang.ref.Reference;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A plain future ends the span when it is done, whether somebody asks it or not. */
@SuppressWarnings("NoJsonForm") // the tests hand their tools what these are to return
class FutureTest {

  private static final String LENGTH = "app.length";
  private static final String END = "spanloom.end";

  private final Recorded recorded = Recorded.withDefaults();

  @AfterEach
  void close() {
    recorded.close();
  }

  @Test
  void endsWhenItIsDoneThoughNobodyCallsGet() throws Exception {
    FutureTask<String> task = new FutureTask<>(() -> "found");

    assertThat(search(task)).isSameAs(task);
    assertThat(recorded.spans()).isEmpty();
    task.run();

    recorded.awaitSpans(1);
    assertThat(recorded.tree(LENGTH, END)).isEqualTo("execute_tool search 5\n");
  }

  @Test
  void aFutureDoneAlreadyEndsAtOnce() {
    FutureTask<String> task = new FutureTask<>(() -> "x");
    task.run();

    search(task);

    assertThat(recorded.tree(LENGTH)).isEqualTo("execute_tool search 1\n");
  }

  @Test
  void aFailureIsTheTasksOwnAndArrivesAsItIs() throws Exception {
    IOException gone = new IOException("gone");
    FutureTask<String> task =
        new FutureTask<>(
            () -> {
              throw gone;
            });
    Future<String> found = search(task);
    task.run();

    recorded.awaitSpans(1);
    assertThat(catchThrowable(found::get))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isSameAs(gone);
    assertThat(recorded.tree("error.type"))
        .isEqualTo("execute_tool search java.io.IOException ERROR\n");
  }

  @Test
  void cancellationIsAnErrorOfItsOwn() throws Exception {
    FutureTask<String> task = new FutureTask<>(() -> "never");
    search(task).cancel(true);

    recorded.awaitSpans(1);
    assertThat(recorded.tree("error.type"))
        .isEqualTo("execute_tool search java.util.concurrent.CancellationException ERROR\n");
  }

  @Test
  void anExecutorsFutureIsWatchedWhileItWorks() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Future<String> found;
    try {
      found = search(pool.submit(() -> "found"));
      assertThat(found.get()).isEqualTo("found");
    } finally {
      pool.shutdown();
    }
    recorded.awaitSpans(1);
    assertThat(recorded.tree(LENGTH)).isEqualTo("execute_tool search 5\n");
    Reference.reachabilityFence(found); // a future that is collected first tells nothing
  }

  @Test
  void aStageDeclaredAsFutureNeedsNoWatch() {
    CompletableFuture<String> future = new CompletableFuture<>();

    assertThat(search(future)).isSameAs(future);
    future.complete("found");

    assertThat(recorded.tree(LENGTH)).isEqualTo("execute_tool search 5\n");
  }

  @Test
  void aFutureThatIsForgottenEndsItsSpan() throws Exception {
    search(new FutureTask<>(() -> "never"));

    recorded.awaitSpansWhileCollecting(1);

    assertThat(recorded.tree(LENGTH, END)).isEqualTo("execute_tool search unobserved\n");
  }

  /** Searches. */
  @Tool
  @Attribute(key = LENGTH, path = "length()")
  Future<String> search(Future<String> result) {
    return result;
  }
}
