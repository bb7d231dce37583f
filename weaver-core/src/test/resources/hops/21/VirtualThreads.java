package hops;

import io.spanloom.annotations.Workflow;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** Virtual threads. */
final class VirtualThreads {

  private static void run(Thread thread) {
    Pools.join(thread);
  }

  @Workflow
  static int started() {
    run(Thread.startVirtualThread(() -> Work.call(1)));
    run(Thread.ofVirtual().start(() -> Work.call(2)));
    run(Thread.ofVirtual().name("named").start(() -> Work.call(3)));
    run(Thread.ofPlatform().daemon().start(() -> Work.call(4)));
    Thread.Builder builder = Thread.ofVirtual();
    Thread later = builder.unstarted(() -> Work.call(5));
    later.start();
    run(later);
    return 5;
  }

  @Workflow
  static int factory() {
    ThreadFactory factory = Thread.ofVirtual().factory();
    Thread thread = factory.newThread(() -> Work.call(1));
    thread.start();
    run(thread);
    return 1;
  }

  @Workflow
  static int perTask() throws Exception {
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      pool.submit(() -> Work.call(1)).get();
      pool.execute(() -> Work.call(2));
    }
    try (ExecutorService pool = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory())) {
      pool.submit(() -> Work.call(3)).get();
    }
    return 3;
  }
}
