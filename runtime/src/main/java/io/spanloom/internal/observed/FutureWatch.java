package io.spanloom.internal.observed;

import java.lang.ref.Cleaner;
import java.lang.ref.Cleaner.Cleanable;
import java.lang.ref.WeakReference;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds out when futures are done, or that nobody holds them any more.
 *
 * <p>Plain futures have no way to say so, and a stand-in would take from the caller what a subtype
 * adds, so they are asked: often while they are young, less and less often later, so that the time
 * found is late by a thirty-second part at most, and by a tenth of a second.
 */
public final class FutureWatch {

  private static final long MIN_DELAY = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long MAX_DELAY = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int ACCURACY = 32;

  private static final ScheduledThreadPoolExecutor POLLS = polls();

  private FutureWatch() {}

  /** Tells the observer how the future ends: now, if it is done. Does not keep the future alive. */
  public static void watch(Future<?> future, FutureObserver observer) {
    if (future.isDone()) {
      settle(future, observer);
    } else {
      new Poll(new WeakReference<>(future), observer, System.nanoTime()).again();
    }
  }

  /** Tells the observer how the stage ends. Does not keep the stage alive. */
  public static void watch(CompletionStage<?> stage, FutureObserver observer) {
    StageCallback callback = new StageCallback(observer);
    stage.whenComplete(callback);
    callback.awaitCollection();
  }

  private static void settle(Future<?> future, FutureObserver observer) {
    Object value;
    try {
      value = future.get();
    } catch (ExecutionException failure) {
      observer.settled(null, failure);
      return;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt(); // meant for the program, not for us
      observer.unobserved();
      return;
    } catch (Throwable failure) {
      observer.settled(null, failure);
      return;
    }
    observer.settled(value, null);
  }

  /** The thread goes away when there is nothing to watch. */
  private static ScheduledThreadPoolExecutor polls() {
    ScheduledThreadPoolExecutor polls =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(null, task, "spanloom-futures", 0, false);
              thread.setDaemon(true);
              thread.setContextClassLoader(null);
              return thread;
            });
    polls.setKeepAliveTime(1, TimeUnit.SECONDS);
    polls.allowCoreThreadTimeOut(true);
    return polls;
  }

  /** Learns how a future ended; the first call of one of the two methods tells. */
  public interface FutureObserver {

    /** The future is done, with a value or with what its {@code get} throws. */
    void settled(@Nullable Object value, @Nullable Throwable failure);

    /** Nobody holds the future any more, and it was not done when last asked. */
    void unobserved();
  }

  /**
   * Who may complete a stage holds it, and a stage holds its callbacks. What becomes of the object
   * that the program got does not matter: it may be a view of another stage.
   */
  private static final class StageCallback implements BiConsumer<Object, Throwable> {

    private static final Cleaner CLEANER = Cleaner.create();

    private final FutureObserver observer;
    private @Nullable Cleanable collection;
    private boolean settled;

    StageCallback(FutureObserver observer) {
      this.observer = observer;
    }

    synchronized void awaitCollection() {
      if (!settled) {
        collection = CLEANER.register(this, observer::unobserved);
      }
    }

    @Override
    public void accept(@Nullable Object value, @Nullable Throwable failure) {
      observer.settled(value, failure);
      forgetCollection();
    }

    private synchronized void forgetCollection() {
      settled = true;
      if (collection != null) {
        collection.clean();
      }
    }
  }

  private record Poll(WeakReference<Future<?>> future, FutureObserver observer, long since)
      implements Runnable {

    @Override
    public void run() {
      Future<?> watched = future.get();
      if (watched == null) {
        observer.unobserved();
        return;
      }
      boolean done;
      try {
        done = watched.isDone();
      } catch (Throwable failure) {
        observer.settled(null, failure);
        return;
      }
      if (done) {
        settle(watched, observer);
      } else {
        again();
      }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the task reports what goes wrong itself
    void again() {
      long delay = (System.nanoTime() - since) / ACCURACY;
      POLLS.schedule(this, Math.max(MIN_DELAY, Math.min(MAX_DELAY, delay)), TimeUnit.NANOSECONDS);
    }
  }
}
