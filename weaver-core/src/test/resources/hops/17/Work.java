package hops;

import io.spanloom.annotations.Tool;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** What runs elsewhere: each call is a span. */
final class Work {

  /** Works. */
  @Tool("work")
  static String call(Object input) {
    return "done " + input;
  }

  static void await(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody came");
      }
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /** Waits for everything handed to the pools. */
  static void finish(ExecutorService... pools) throws InterruptedException {
    for (ExecutorService pool : List.of(pools)) {
      pool.shutdown();
      if (!pool.awaitTermination(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the pool does not end");
      }
    }
  }
}
