package hops;

import io.spanloom.annotations.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Stages and what follows them. */
final class CompletableFutures {

  /** Hands a task over by a call that nobody weaves. */
  static <V> V unwoven(ExecutorService pool, Callable<V> task) throws Exception {
    return pool.getClass().getMethod("submit", Callable.class) == null
        ? null
        : ((java.util.concurrent.Future<V>)
                ExecutorService.class.getMethod("submit", Callable.class).invoke(pool, task))
            .get();
  }

  @Workflow
  static int async() throws Exception {
    ExecutorService pool = Pools.pool();
    CompletableFuture.supplyAsync(() -> Work.call(1)).get();
    CompletableFuture.supplyAsync(() -> Work.call(2), pool).get();
    CompletableFuture.runAsync(() -> Work.call(3)).get();
    CompletableFuture.runAsync(() -> Work.call(4), pool).get();
    new CompletableFuture<String>().completeAsync(() -> Work.call(5)).get();
    Work.finish(pool);
    return 5;
  }

  /** Every continuation there is, after a stage that a thread without context completes. */
  @Workflow
  static int continuations() throws Exception {
    ExecutorService pool = Pools.pool();
    CompletableFuture<String> first = new CompletableFuture<>();
    List<CompletionStage<?>> stages = new ArrayList<>();
    stages.addAll(asynchronous(first, pool));
    stages.addAll(wherever(first));
    unwoven(pool, () -> first.complete("first"));
    CompletableFuture.allOf(stages.stream().map(CompletionStage::toCompletableFuture).toArray(CompletableFuture[]::new))
        .get(20, TimeUnit.SECONDS);
    Work.finish(pool);
    return stages.size();
  }

  static List<CompletionStage<?>> asynchronous(CompletionStage<String> first, Executor pool) {
    CompletionStage<String> other = CompletableFuture.completedFuture("other");
    CompletionStage<String> never = new CompletableFuture<>();
    return List.of(
        first.thenApplyAsync(Work::call),
        first.thenApplyAsync(it -> Work.call(it), pool),
        first.thenAcceptAsync(Work::call),
        first.thenRunAsync(() -> Work.call("run"), pool),
        first.thenComposeAsync(it -> CompletableFuture.completedFuture(Work.call(it))),
        first.thenCombineAsync(other, (one, two) -> Work.call(one)),
        first.thenAcceptBothAsync(other, (one, two) -> Work.call(one), pool),
        first.runAfterBothAsync(other, () -> Work.call("both")),
        first.applyToEitherAsync(never, Work::call),
        first.acceptEitherAsync(never, Work::call, pool),
        first.runAfterEitherAsync(never, () -> Work.call("either")),
        first.handleAsync((value, failure) -> Work.call(value)),
        first.whenCompleteAsync((value, failure) -> Work.call(value), pool));
  }

  static List<CompletionStage<?>> wherever(CompletableFuture<String> first) {
    CompletableFuture<String> other = CompletableFuture.completedFuture("other");
    CompletableFuture<String> never = new CompletableFuture<>();
    CompletableFuture<String> failed = first.thenApplyAsync(it -> { throw new IllegalStateException(it); });
    return List.of(
        first.thenApply(Work::call),
        first.thenAccept(Work::call),
        first.thenRun(() -> Work.call("run")),
        first.thenCompose(it -> CompletableFuture.completedFuture(Work.call(it))),
        first.thenCombine(other, (one, two) -> Work.call(one)),
        first.thenAcceptBoth(other, (one, two) -> Work.call(one)),
        first.runAfterBoth(other, () -> Work.call("both")),
        first.applyToEither(never, Work::call),
        first.acceptEither(never, Work::call),
        first.runAfterEither(never, () -> Work.call("either")),
        first.handle((value, failure) -> Work.call(value)),
        first.whenComplete((value, failure) -> Work.call(value)),
        failed.exceptionally(failure -> Work.call("failure")),
        failed.exceptionallyAsync(failure -> Work.call("failure")),
        failed.exceptionallyCompose(failure -> CompletableFuture.completedFuture(Work.call("failure"))));
  }
}
