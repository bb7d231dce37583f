package hops;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The same with virtual threads. */
final class OutlivingVirtually {

  static void virtualThreads(Gate gate) {
    gate.expect(3);
    Thread.startVirtualThread(gate::work);
    Thread.ofVirtual().start(gate::work);
    Thread.ofVirtual().unstarted(gate::work).start();
  }

  static void threadPerTask(Gate gate) {
    gate.expect(1);
    ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor();
    pool.submit(() -> gate.work());
  }
}
