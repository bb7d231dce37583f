package hops;

import io.spanloom.annotations.Workflow;
import java.util.Date;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** Threads and timers. */
final class Threads {

  private static void run(Thread thread) {
    thread.start();
    Pools.join(thread);
  }

  @Workflow
  static int threads() {
    Runnable task = () -> Work.call(1);
    run(new Thread(task));
    run(new Thread(task, "named"));
    run(new Thread(null, task));
    run(new Thread(null, task, "grouped"));
    run(new Thread(null, task, "grouped", 0));
    run(new Thread(null, task, "grouped", 0, false));
    return 6;
  }

  static class Worker extends Thread {
    @Override
    public void run() {
      Work.call("worker");
    }
  }

  static final class Overriding extends Worker {
    @Override
    public void run() {
      super.run();
      Work.call("overriding");
    }
  }

  @Workflow
  static int subclasses() {
    run(new Worker());
    run(new Overriding());
    Thread anonymous =
        new Thread() {
          @Override
          public void run() {
            Work.call("anonymous");
          }
        };
    anonymous.start();
    Pools.join(anonymous);
    return 4;
  }

  @Workflow
  static int factories() {
    ThreadFactory factory = Executors.defaultThreadFactory();
    run(factory.newThread(() -> Work.call(1)));
    return 1;
  }

  @Workflow
  static int timers() {
    Timer timer = new Timer(true);
    CountDownLatch once = new CountDownLatch(1);
    timer.schedule(new Tick(once), 0);
    Work.await(once);
    CountDownLatch dated = new CountDownLatch(1);
    timer.schedule(new Tick(dated), new Date());
    Work.await(dated);
    timer.cancel();
    return 2;
  }

  static final class Tick extends TimerTask {
    private final CountDownLatch latch;

    Tick(CountDownLatch latch) {
      this.latch = latch;
    }

    @Override
    public void run() {
      if (latch.getCount() > 0) {
        Work.call("tick");
        latch.countDown();
      }
    }
  }
}
