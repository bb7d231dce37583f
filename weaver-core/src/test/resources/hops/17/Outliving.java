package hops;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spanloom.AgentContext;
import io.spanloom.Propagation;
import io.spanloom.Spans;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Ways to hand on work that the run sees, or that outlives the run. */
final class Outliving {

  /** Each way, while the run goes on and after it. */
  static List<Main.Workflow> workflows() throws Exception {
    List<Method> ways = new ArrayList<>(ways(Outliving.class));
    if (Runtime.version().feature() >= 21) {
      ways.addAll(ways(Class.forName("hops.OutlivingVirtually")));
    }
    List<Main.Workflow> workflows = new ArrayList<>();
    for (Method way : ways) {
      workflows.add(new Main.Workflow("within." + way.getName(), () -> run(way, true)));
      workflows.add(new Main.Workflow("after." + way.getName(), () -> run(way, false)));
    }
    return workflows;
  }

  private static List<Method> ways(Class<?> type) {
    return Stream.of(type.getDeclaredMethods())
        .filter(method -> method.getParameterCount() == 1)
        .filter(method -> method.getParameterTypes()[0] == Gate.class)
        .filter(method -> !method.getName().contains("$"))
        .sorted(Comparator.comparing(Method::getName))
        .map(Main::accessible)
        .toList();
  }

  private static int run(Method way, boolean within) throws Exception {
    Gate gate = new Gate();
    String name = (within ? "within." : "after.") + way.getName();
    Spans.agent(name)
        .call(
            () -> {
              try (Scope scope = AgentContext.builder().sessionId("alice").build().makeCurrent()) {
                way.invoke(null, gate);
                if (within) {
                  gate.open();
                }
                return name;
              }
            });
    if (!within) {
      gate.open();
    }
    gate.close();
    return gate.expected();
  }

  static void executed(Gate gate) {
    gate.expect(1);
    gate.pool().execute(gate::work);
  }

  static void submitted(Gate gate) {
    gate.expect(3);
    ExecutorService pool = gate.pool(3);
    pool.submit(() -> { gate.work(); });
    pool.submit(() -> gate.work());
    pool.submit(() -> { gate.work(); }, "result");
  }

  /** The task begins when the run is over. */
  static void queued(Gate gate) throws Exception {
    gate.expect(2);
    ExecutorService pool = gate.pool(1);
    Callable<Object> blocker = () -> { gate.await(); return null; };
    ExecutorService.class.getMethod("submit", Callable.class).invoke(pool, blocker);
    pool.execute(gate::work);
    pool.submit(() -> gate.work());
  }

  static void completionService(Gate gate) {
    gate.expect(1);
    new ExecutorCompletionService<String>(gate.pool()).submit(() -> gate.work());
  }

  static void scheduled(Gate gate) {
    gate.expect(2);
    ScheduledExecutorService pool = gate.pool(2);
    pool.schedule(() -> { gate.work(); }, 1, TimeUnit.MILLISECONDS);
    pool.schedule(() -> gate.work(), 1, TimeUnit.MILLISECONDS);
  }

  /** What a task hands on itself. */
  static void handedOnAgain(Gate gate) {
    gate.expect(1);
    ExecutorService pool = gate.pool();
    pool.execute(() -> { gate.await(); pool.execute(gate::work); });
  }

  static void reschedulingItself(Gate gate) {
    gate.expect(3);
    ScheduledExecutorService pool = gate.pool(1);
    AtomicInteger left = new AtomicInteger(3);
    pool.execute(
        new Runnable() {
          @Override
          public void run() {
            gate.work();
            if (left.decrementAndGet() > 0) {
              pool.schedule(this, 1, TimeUnit.MILLISECONDS);
            }
          }
        });
  }

  static void queueWorker(Gate gate) {
    gate.expect(3);
    BlockingQueue<String> queue = new LinkedBlockingQueue<>();
    Thread worker =
        new Thread(
            () -> {
              try {
                for (String item = queue.take(); !item.isEmpty(); item = queue.take()) {
                  gate.now(item);
                }
              } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
              }
            });
    worker.start();
    gate.whenOpened(() -> queue.addAll(List.of("a", "b", "c", "")));
  }

  static void methodReference(Gate gate) {
    gate.expect(1);
    ExecutorService pool = gate.pool();
    List.<Runnable>of(gate::work).forEach(pool::execute);
  }

  static void priorityQueue(Gate gate) {
    gate.expect(1);
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new PriorityBlockingQueue<>());
    pool.execute(new Ranked(gate));
    pool.shutdown();
  }

  record Ranked(Gate gate) implements Runnable, Comparable<Ranked> {
    @Override
    public int compareTo(Ranked other) {
      return 0;
    }

    @Override
    public void run() {
      gate.work();
    }
  }

  static void futureTask(Gate gate) {
    gate.expect(1);
    gate.pool().execute(new FutureTask<>(() -> gate.work()));
  }

  static void forkJoin(Gate gate) {
    gate.expect(2);
    ForkJoinPool pool = new ForkJoinPool(2);
    pool.execute(new Step(gate));
    pool.submit(() -> gate.work());
    pool.shutdown();
  }

  static final class Step extends RecursiveAction {
    private static final long serialVersionUID = 1L;
    private final transient Gate gate;

    Step(Gate gate) {
      this.gate = gate;
    }

    @Override
    protected void compute() {
      gate.work();
    }
  }

  static void threads(Gate gate) {
    gate.expect(3);
    new Thread(gate::work).start();
    new Thread() {
      @Override
      public void run() {
        gate.work();
      }
    }.start();
    ThreadFactory factory = Executors.defaultThreadFactory();
    factory.newThread(gate::work).start();
  }

  static void timers(Gate gate) {
    gate.expect(2);
    Timer timer = new Timer(true);
    timer.schedule(tick(gate, 1), 1);
    timer.schedule(tick(gate, 1), new Date());
  }

  private static TimerTask tick(Gate gate, int times) {
    AtomicInteger left = new AtomicInteger(times);
    return new TimerTask() {
      @Override
      public void run() {
        if (left.getAndDecrement() > 0) {
          gate.work();
        } else {
          cancel();
        }
      }
    };
  }

  static void async(Gate gate) {
    gate.expect(5);
    ExecutorService pool = gate.pool(5);
    CompletableFuture.supplyAsync(() -> gate.work(), pool);
    CompletableFuture.runAsync(() -> gate.work(), pool);
    new CompletableFuture<String>().completeAsync(() -> gate.work(), pool);
    CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS, pool).execute(gate::work);
    CompletableFuture.supplyAsync(() -> { gate.await(); return "a"; }, pool).thenApply(it -> gate.now(it));
  }

  /** Every continuation there is, after a stage that the run completes, or somebody after it. */
  static void continuations(Gate gate) {
    List<CompletionStage<?>> stages = new ArrayList<>();
    stages.addAll(CompletableFutures.asynchronous(gate.trigger, gate.pool()));
    stages.addAll(CompletableFutures.wherever(gate.trigger));
    gate.whenOpened(
        () ->
            CompletableFuture.allOf(stages.stream().map(CompletionStage::toCompletableFuture).toArray(CompletableFuture[]::new))
                .orTimeout(20, TimeUnit.SECONDS)
                .join());
    gate.expectElsewhere(stages.size());
  }

  /** By the program itself, in a way that nobody weaves. */
  static void wrapped(Gate gate) throws Exception {
    gate.expect(2);
    Runnable task = Context.current().wrap((Runnable) gate::work);
    Consumer<String> consumer = Context.current().wrapConsumer(it -> gate.now(it));
    ExecutorService.class.getMethod("submit", Runnable.class).invoke(gate.pool(), task);
    gate.whenOpened(() -> consumer.accept("consumed"));
  }

  static void detached(Gate gate) {
    gate.expect(2);
    gate.pool().execute(Propagation.detached().wrap((Runnable) gate::work));
    try (Scope own = Propagation.detached().makeCurrent()) {
      gate.pool().submit(() -> gate.work());
    }
  }

  static void periodicRate(Gate gate) {
    gate.expect(2);
    AtomicInteger left = new AtomicInteger(2);
    gate.pool(1).scheduleAtFixedRate(() -> twice(gate, left), 0, 1, TimeUnit.MILLISECONDS);
  }

  static void periodicDelay(Gate gate) {
    gate.expect(2);
    AtomicInteger left = new AtomicInteger(2);
    gate.pool(1).scheduleWithFixedDelay(() -> twice(gate, left), 0, 1, TimeUnit.MILLISECONDS);
  }

  private static void twice(Gate gate, AtomicInteger left) {
    if (left.getAndDecrement() > 0) {
      gate.work();
    }
  }

  static void periodicTimer(Gate gate) {
    gate.expect(2);
    new Timer(true).schedule(tick(gate, 2), 0, 1);
  }

  static void periodicTimerAtDate(Gate gate) {
    gate.expect(2);
    new Timer(true).schedule(tick(gate, 2), new Date(), 1);
  }

  static void periodicTimerAtRate(Gate gate) {
    gate.expect(2);
    new Timer(true).scheduleAtFixedRate(tick(gate, 2), 0, 1);
  }
}
