package io.spanloom;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.spanloom.internal.call.RunningContext;
import io.spanloom.internal.metric.Failures;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Has a share of the program's answers judged, on threads of its own.
 *
 * <p>Which ones is decided by the trace's id: the same in every process, all of a trace or nothing,
 * and regardless of how a sampler decides by the id. Only spans that are sampled are judged: the
 * others have no trace to write a score to. A judge runs in the context it was handed over in, so
 * that what it traces, such as a method with {@code @Evaluation}, stands below the judged span.
 *
 * <p>Handing over never waits and never throws: what does not fit into the queue is dropped and
 * counted, and so is what a judge throws, of which the first is logged.
 *
 * <pre>{@code
 * JudgeSampler judges = JudgeSampler.builder().ratio(0.1).build();
 * …
 * judges.judge(evaluated -> groundedness(question, answer));
 * }</pre>
 */
public final class JudgeSampler implements AutoCloseable {

  private static final double DEFAULT_RATIO = 0.15;
  private static final int DEFAULT_QUEUE_SIZE = 256;
  private static final Duration DEFAULT_CLOSE_TIMEOUT = Duration.ofSeconds(10);

  private final long bound;
  private final Duration closeTimeout;
  private final ThreadPoolExecutor threads;
  private final LongAdder judged = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final Object idle = new Object();

  /** Judges that were taken and are not done; guarded by {@link #idle}. */
  private int open;

  private JudgeSampler(Builder builder) {
    this.bound = bound(builder.ratio);
    this.closeTimeout = builder.closeTimeout;
    AtomicInteger number = new AtomicInteger();
    this.threads =
        new ThreadPoolExecutor(
            builder.threads,
            builder.threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(builder.queueSize),
            task -> {
              Thread thread = new Thread(task, "spanloom-judge-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** A sampler to adjust. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Has the current span judged, if its trace is one of those that are.
   *
   * @return whether the judge will run
   */
  public boolean judge(Judge judge) {
    SpanContext evaluated = Span.current().getSpanContext();
    if (!picks(evaluated)) {
      return false;
    }
    taken();
    try {
      Context context = RunningContext.retain(); // what is judged has mostly ended by then
      threads.execute(context.wrap(() -> run(judge, evaluated, context)));
      return true;
    } catch (RejectedExecutionException full) {
      done();
      drop();
      return false;
    }
  }

  /** Whether spans of that trace are judged. */
  public boolean picks(@Nullable SpanContext span) {
    return span != null
        && span.isSampled()
        && span.isValid()
        && Long.compareUnsigned(mixed(span), bound) < 0;
  }

  /** How many judges have run to their end. */
  public long judged() {
    return judged.sum();
  }

  /** How many judges were not run, because the queue was full or the sampler was closed. */
  public long dropped() {
    return dropped.sum();
  }

  /** How many judges have thrown. */
  public long failed() {
    return failed.sum();
  }

  /**
   * Waits until all judges that were taken are done.
   *
   * @param timeout how long to wait at most; {@code null} does not wait
   * @return whether they are
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public boolean flush(@Nullable Duration timeout) throws InterruptedException {
    long patience = timeout == null ? 0 : TimeUnit.NANOSECONDS.convert(timeout);
    long start = System.nanoTime();
    synchronized (idle) {
      while (open > 0) {
        long left = patience - (System.nanoTime() - start);
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(idle, left);
      }
      return true;
    }
  }

  /**
   * Takes no more judges, waits for those that were taken, and gives up on what is left when the
   * time is over; those are counted as dropped.
   */
  @Override
  public void close() {
    threads.shutdown();
    boolean finished = false;
    try {
      finished =
          threads.awaitTermination(
              TimeUnit.NANOSECONDS.convert(closeTimeout), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    if (!finished) {
      threads
          .shutdownNow()
          .forEach(
              left -> {
                done();
                drop();
              });
    }
  }

  private void run(Judge judge, SpanContext evaluated, Context context) {
    try {
      judge.judge(evaluated);
      judged.increment();
    } catch (Throwable failure) {
      failed.increment();
      Failures.ofProgram("judges", failure);
    } finally {
      RunningContext.release(context);
      done();
    }
  }

  private void drop() {
    dropped.increment();
  }

  private void taken() {
    synchronized (idle) {
      open++;
    }
  }

  private void done() {
    synchronized (idle) {
      open--;
      idle.notifyAll();
    }
  }

  /** Of all 64-bit numbers, those below are the ratio. */
  private static long bound(double ratio) {
    return ratio >= 1 ? -1 : (long) (ratio * 0x1p63) << 1;
  }

  /** Samplers decide by the id's own bits; to take a share of what they leave over, mix them. */
  private static long mixed(SpanContext span) {
    String id = span.getTraceId();
    long bits = Long.parseUnsignedLong(id, 0, 16, 16) * 31 + Long.parseUnsignedLong(id, 16, 32, 16);
    bits = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
    bits = (bits ^ (bits >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return bits ^ (bits >>> 33);
  }

  /** Judges one answer. */
  @FunctionalInterface
  public interface Judge {

    /**
     * Judges; its result goes to the trace by what it calls: a method with {@code @Evaluation}, or
     * {@link Evaluations#record}.
     *
     * @param evaluated the span that was current when the judge was handed over
     * @throws Exception anything; it is counted, and reaches nobody
     */
    void judge(SpanContext evaluated) throws Exception;
  }

  /** Adjusts a sampler. */
  public static final class Builder {

    private double ratio = DEFAULT_RATIO;
    private int queueSize = DEFAULT_QUEUE_SIZE;
    private int threads = 1;
    private Duration closeTimeout = DEFAULT_CLOSE_TIMEOUT;

    private Builder() {}

    /**
     * The share of traces that are judged; by default 0.15.
     *
     * @throws IllegalArgumentException if it is not between 0 and 1
     */
    public Builder ratio(double share) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("ratio must be between 0 and 1, was " + share);
      }
      this.ratio = share;
      return this;
    }

    /**
     * How many judges may wait; by default 256.
     *
     * @throws IllegalArgumentException if less than 1
     */
    public Builder queueSize(int judges) {
      this.queueSize = positive("queueSize", judges);
      return this;
    }

    /**
     * How many judges run at once; by default one.
     *
     * @throws IllegalArgumentException if less than 1
     */
    public Builder threads(int count) {
      this.threads = positive("threads", count);
      return this;
    }

    /** How long {@link JudgeSampler#close} waits; by default ten seconds. */
    public Builder closeTimeout(Duration timeout) {
      this.closeTimeout = timeout;
      return this;
    }

    /** The sampler; its threads start with the first judge, and keep no program running. */
    public JudgeSampler build() {
      return new JudgeSampler(this);
    }

    private static int positive(String name, int value) {
      if (value < 1) {
        throw new IllegalArgumentException(name + " must be at least 1, was " + value);
      }
      return value;
    }
  }
}
