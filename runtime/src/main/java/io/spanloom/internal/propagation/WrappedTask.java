package io.spanloom.internal.propagation;

import io.opentelemetry.context.Context;
import java.util.concurrent.Callable;

/** A task that runs in the context of who handed it on. */
@SuppressWarnings("try") // a passage is only passed
sealed interface WrappedTask {

  /** A {@link Runnable}; executors may show it to whoever asks them for their tasks. */
  record OfRunnable(Context context, Runnable task) implements WrappedTask, Runnable {

    @Override
    public void run() {
      try (ContextSwitch contextSwitch = ContextSwitch.into(context)) {
        task.run();
      }
    }

    @Override
    public String toString() {
      return task.toString();
    }
  }

  /** A {@link Callable}. */
  record OfCallable<V>(Context context, Callable<V> task) implements WrappedTask, Callable<V> {

    @Override
    public V call() throws Exception {
      try (ContextSwitch contextSwitch = ContextSwitch.into(context)) {
        return task.call();
      }
    }

    @Override
    public String toString() {
      return task.toString();
    }
  }

  /** Equal to a task, and to what carries it. */
  final class Sought implements Runnable {

    private final Runnable task;

    Sought(Runnable task) {
      this.task = task;
    }

    @Override
    public boolean equals(Object other) {
      return task.equals(other instanceof OfRunnable wrapped ? wrapped.task() : other);
    }

    @Override
    public int hashCode() {
      return task.hashCode();
    }

    @Override
    public void run() {
      task.run();
    }
  }
}
