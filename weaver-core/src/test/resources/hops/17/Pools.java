package hops;

import io.spanloom.annotations.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.concurrent.Future;

/** Executors of all kinds. */
final class Pools {

  static ExecutorService pool() {
    return Executors.newFixedThreadPool(2);
  }

  @Workflow
  static int execute() throws Exception {
    ExecutorService pool = pool();
    Executor executor = pool;
    executor.execute(() -> Work.call(1));
    pool.execute(() -> Work.call(2));
    Work.finish(pool);
    return 2;
  }

  @Workflow
  static int submit() throws Exception {
    ExecutorService pool = pool();
    pool.submit(() -> { Work.call(1); }).get();
    check(pool.submit(() -> Work.call(2)).get().equals("done 2"));
    check(pool.submit(() -> { Work.call(3); }, "result").get().equals("result"));
    Work.finish(pool);
    return 3;
  }

  @Workflow
  static int invokeAllAndAny() throws Exception {
    ExecutorService pool = pool();
    List<Callable<String>> tasks = List.of(() -> Work.call(1), () -> Work.call(2));
    check(pool.invokeAll(tasks).get(1).get().equals("done 2"));
    pool.invokeAll(tasks, 20, TimeUnit.SECONDS);
    pool.invokeAny(tasks.subList(0, 1));
    pool.invokeAny(tasks.subList(0, 1), 20, TimeUnit.SECONDS);
    Work.finish(pool);
    return 6;
  }

  @Workflow
  static int scheduled() throws Exception {
    ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
    pool.schedule(() -> { Work.call(1); }, 1, TimeUnit.MILLISECONDS).get();
    pool.schedule(() -> Work.call(2), 1, TimeUnit.MILLISECONDS).get();
    Work.finish(pool);
    return 2;
  }

  @Workflow
  static int completionService() throws Exception {
    ExecutorService pool = pool();
    ExecutorCompletionService<String> completed = new ExecutorCompletionService<>(pool);
    completed.submit(() -> Work.call(1));
    completed.submit(() -> { Work.call(2); }, "result");
    completed.take();
    completed.take();
    Work.finish(pool);
    return 2;
  }

  /** A pool of the user's own, with its own way to call the one it extends. */
  static final class OwnPool extends ThreadPoolExecutor {
    OwnPool() {
      super(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }

    @Override
    public void execute(Runnable task) {
      super.execute(task);
    }
  }

  @Workflow
  static int ownPool() throws Exception {
    OwnPool pool = new OwnPool();
    pool.execute(() -> Work.call(1));
    pool.submit(() -> Work.call(2)).get();
    Work.finish(pool);
    return 2;
  }

  /** An executor that is a class of the user's, without a pool. */
  static final class OwnExecutor implements Executor {
    @Override
    public void execute(Runnable task) {
      Thread thread = new Thread(task, "own");
      thread.start();
      join(thread);
    }
  }

  @Workflow
  static int ownExecutor() {
    new OwnExecutor().execute(() -> Work.call(1));
    return 1;
  }

  static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /** Tasks that a queue compares; plain ones, submitted outside of any span, must be comparable to them. */
  record Ranked(int rank) implements Runnable, Comparable<Ranked> {
    @Override
    public int compareTo(Ranked other) {
      return Integer.compare(rank, other.rank);
    }

    @Override
    public void run() {
      Work.call(rank);
    }
  }

  @Workflow
  static int priorityQueue() throws Exception {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new PriorityBlockingQueue<>());
    CountDownLatch start = new CountDownLatch(1);
    pool.execute(new Blocker(start));
    for (int rank = 3; rank > 0; rank--) {
      pool.execute(new Ranked(rank));
    }
    start.countDown();
    Work.finish(pool);
    return 3;
  }

  record Blocker(CountDownLatch latch) implements Runnable {
    @Override
    public void run() {
      Work.await(latch);
    }
  }

  /** What a pool of the user's own knows its tasks to be. */
  static final class Job implements Runnable {
    String note = "";

    @Override
    public void run() {
      Work.call(note);
    }
  }

  static final class JobPool extends ThreadPoolExecutor {
    JobPool() {
      super(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable task) {
      ((Job) task).note = "known";
    }
  }

  @Workflow
  static int poolThatCasts() throws Exception {
    JobPool pool = new JobPool();
    pool.execute(new Job());
    Work.finish(pool);
    return 1;
  }

  @Workflow
  static int futureTask() throws Exception {
    ExecutorService pool = pool();
    FutureTask<String> task = new FutureTask<>(() -> Work.call(1));
    pool.execute(task);
    check(task.get().equals("done 1"));
    FutureTask<String> onThread = new FutureTask<>(() -> { Work.call(2); }, "result");
    new Thread(onThread).start();
    check(onThread.get().equals("result"));
    Work.finish(pool);
    return 2;
  }

  static final class Count extends RecursiveTask<Integer> {
    private static final long serialVersionUID = 1L;
    private final int size;

    Count(int size) {
      this.size = size;
    }

    @Override
    protected Integer compute() {
      Work.call(size);
      if (size <= 1) {
        return size;
      }
      Count left = new Count(size / 2);
      left.fork();
      return new Count(size - size / 2).compute() + left.join();
    }
  }

  static final class Step extends RecursiveAction {
    private static final long serialVersionUID = 1L;

    @Override
    protected void compute() {
      Work.call("step");
    }
  }

  @Workflow
  static int forkJoin() throws Exception {
    ForkJoinPool pool = new ForkJoinPool(2);
    check(pool.invoke(new Count(4)) == 4);
    check(pool.submit(new Count(2)).get() == 2);
    Step step = new Step();
    pool.execute(step);
    step.join();
    pool.submit(() -> { Work.call("runnable"); }).get();
    pool.execute(ForkJoinTask.adapt(() -> { Work.call("adapted"); }));
    ForkJoinTask.invokeAll(new Step(), new Step());
    ForkJoinTask.invokeAll(List.of(new Step()));
    Work.finish(pool);
    return 7 + 3 + 1 + 1 + 1 + 2 + 1;
  }

  @Workflow
  static int methodReferences() throws Exception {
    ExecutorService pool = pool();
    ThreadPoolExecutor own = new OwnPool();
    List<Runnable> tasks = List.of(() -> Work.call(1), () -> Work.call(2));
    tasks.forEach(pool::execute);
    tasks.forEach(own::execute);
    Consumer<Runnable> later = pool::submit;
    later.accept(tasks.get(0));
    Function<Callable<String>, Future<String>> call = pool::submit;
    check(call.apply(() -> Work.call(3)).get().equals("done 3"));
    List<Thread> threads = new ArrayList<>(tasks.stream().map(Thread::new).toList());
    threads.forEach(Thread::start);
    threads.forEach(Pools::join);
    Work.finish(pool, own);
    return 2 + 2 + 1 + 1 + 2;
  }

  @Workflow
  static int lambdasInLambdas() throws Exception {
    ExecutorService pool = pool();
    pool.submit(() -> pool.submit(() -> Work.call(1)).get()).get();
    Work.finish(pool);
    return 1;
  }

  interface Defaults {
    ExecutorService pool();

    default void start(Runnable task) {
      pool().execute(task);
    }

    static void all(List<Runnable> tasks, Executor executor) {
      tasks.forEach(executor::execute);
    }
  }

  @Workflow
  static int interfaces() throws Exception {
    ExecutorService pool = pool();
    Defaults defaults = () -> pool;
    defaults.start(() -> Work.call(1));
    Defaults.all(List.of(() -> Work.call(2)), pool);
    Work.finish(pool);
    return 2;
  }

  /** A pool's threads are made while its first task is handed over, and must not keep its context. */
  @Workflow
  static int threadFactories() throws Exception {
    ExecutorService lambda = Executors.newFixedThreadPool(1, task -> new Thread(task, "mine"));
    ExecutorService reference = Executors.newFixedThreadPool(1, Thread::new);
    ExecutorService scheduled = Executors.newScheduledThreadPool(1, task -> new Thread(null, task, "mine"));
    for (ExecutorService pool : List.of(lambda, reference, scheduled)) {
      pool.submit(() -> Work.call(1)).get();
      io.opentelemetry.context.Context inPool =
          CompletableFutures.unwoven(pool, io.opentelemetry.context.Context::current);
      check(inPool == io.opentelemetry.context.Context.root() || Boolean.getBoolean("hops.agent"));
    }
    Work.finish(lambda, reference, scheduled);
    return 3;
  }

  @Workflow
  static int nullAndRejection() throws Exception {
    ExecutorService pool = pool();
    try {
      pool.execute(null);
      check(false);
    } catch (NullPointerException expected) {
      check(
          java.util.Arrays.stream(expected.getStackTrace())
              .takeWhile(frame -> frame.getClassName().startsWith("java."))
              .anyMatch(frame -> frame.getMethodName().equals("execute")));
    }
    Work.finish(pool);
    try {
      pool.submit(() -> Work.call("never"));
      check(false);
    } catch (RejectedExecutionException expected) {
      Work.call("rejected");
    }
    return 1;
  }

  @Workflow
  static int removal() throws Exception {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    CountDownLatch start = new CountDownLatch(1);
    pool.execute(() -> Work.await(start));
    Runnable task = () -> Work.call("removed");
    pool.execute(task);
    check(pool.remove(task));
    check(!pool.remove(task));
    start.countDown();
    Work.finish(pool);
    return 0;
  }

  @Workflow
  static int failingTask() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    IllegalStateException failure = new IllegalStateException("as it is");
    try {
      pool.submit(() -> { Work.call(1); throw failure; }).get();
      check(false);
    } catch (java.util.concurrent.ExecutionException expected) {
      check(expected.getCause() == failure);
    }
    io.opentelemetry.context.Context after =
        CompletableFutures.unwoven(pool, io.opentelemetry.context.Context::current);
    check(after == io.opentelemetry.context.Context.root() || Boolean.getBoolean("hops.agent"));
    Work.finish(pool);
    return 1;
  }

  static void check(boolean holds) {
    if (!holds) {
      throw new AssertionError();
    }
  }
}
