package io.spanloom.benchmarks.cpu;

import com.sun.management.ThreadMXBean;
import io.spanloom.benchmarks.call.Telemetry;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;

/** The program of a JVM that measures one contender; prints what a call takes. */
public final class Fork {

  /** Until the compiler is done with what is measured. */
  private static final int WARM_UP_ROUNDS = 60;

  /** Other programs disturb most rounds, none makes one faster. */
  private static final double UNDISTURBED = 0.05;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final IntSupplier call;
  private final int callsInRound;
  private long sum;

  private Fork(IntSupplier call, int callsInRound) {
    this.call = call;
    this.callsInRound = callsInRound;
  }

  /**
   * Takes the subject, the state of tracing, the form and the number of rounds.
   *
   * @throws ExecutionException if a call fails
   * @throws InterruptedException if the thread is interrupted
   */
  @SuppressWarnings("SystemOut") // read by the program that started this one
  public static void main(String[] arguments) throws ExecutionException, InterruptedException {
    Subject subject = Subject.valueOf(arguments[0]);
    IntSupplier call = subject.call(Telemetry.valueOf(arguments[1]), Form.valueOf(arguments[2]));
    int rounds = Integer.parseInt(arguments[3]);
    ExecutorService executor = Executors.newFixedThreadPool(subject.threads());
    try {
      List<Future<CallCost>> running = new ArrayList<>();
      for (int i = 0; i < subject.threads(); i++) {
        Fork fork = new Fork(call, subject.callsInRound());
        running.add(executor.submit(() -> fork.measure(rounds)));
      }
      List<CallCost> costs = new ArrayList<>();
      for (Future<CallCost> each : running) {
        costs.add(each.get());
      }
      System.out.println(CallCost.median(costs).text());
    } finally {
      executor.shutdownNow();
    }
  }

  private CallCost measure(int rounds) {
    for (int i = 0; i < WARM_UP_ROUNDS; i++) {
      round();
    }
    List<CallCost> costs = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      costs.add(round());
    }
    if (sum < 0) {
      throw new IllegalStateException("The calls' results are used, so that they are made");
    }
    return new CallCost(
        CallCost.quantile(costs.stream().mapToDouble(CallCost::nanos), UNDISTURBED),
        CallCost.median(costs).bytes());
  }

  private CallCost round() {
    long bytes = threads.getCurrentThreadAllocatedBytes();
    long nanos = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < callsInRound; i++) {
      sum += call.getAsInt();
    }
    double calls = callsInRound;
    return new CallCost(
        (threads.getCurrentThreadCpuTime() - nanos) / calls,
        (threads.getCurrentThreadAllocatedBytes() - bytes) / calls);
  }
}
