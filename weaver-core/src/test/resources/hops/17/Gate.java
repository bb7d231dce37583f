package hops;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Holds work back until the run that handed it on is to see it, or has ended. */
final class Gate {

  /** Completed where the gate is opened. */
  final CompletableFuture<String> trigger = new CompletableFuture<>();

  private final CountDownLatch opened = new CountDownLatch(1);
  private final Semaphore done = new Semaphore(0);
  private final List<Runnable> atOpening = new ArrayList<>();
  private final List<ScheduledExecutorService> pools = new ArrayList<>();
  private int expected;
  private int elsewhere;

  /** So many calls are to come. */
  void expect(int calls) {
    expected += calls;
  }

  /** So many calls are to come, of which the one who opens the gate knows by itself. */
  void expectElsewhere(int calls) {
    elsewhere += calls;
  }

  int expected() {
    return expected + elsewhere;
  }

  /** Works once the gate is open. */
  String work() {
    Work.await(opened);
    return now("work");
  }

  /** Works. */
  String now(Object input) {
    String result = Work.call(input);
    done.release();
    return result;
  }

  void await() {
    Work.await(opened);
  }

  void whenOpened(Runnable action) {
    atOpening.add(action);
  }

  ScheduledExecutorService pool(int threads) {
    ScheduledExecutorService pool = Executors.newScheduledThreadPool(threads);
    pools.add(pool);
    return pool;
  }

  ExecutorService pool() {
    return pool(2);
  }

  /** Lets everybody work, and waits for them. */
  void open() throws InterruptedException {
    opened.countDown();
    trigger.complete("first");
    for (Runnable action : atOpening) {
      action.run();
    }
    Pools.check(done.tryAcquire(expected, 20, TimeUnit.SECONDS));
  }

  void close() throws InterruptedException {
    pools.forEach(ScheduledExecutorService::shutdownNow);
    Work.finish(pools.toArray(ExecutorService[]::new));
  }
}
