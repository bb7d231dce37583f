package io.spanloom.internal.propagation;

import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/**
 * What woven call sites pass tasks through on their way to an executor, a thread or a timer.
 *
 * <p>In the root context, where there is nothing to carry, each task is returned as it is, and
 * nothing is allocated. {@code null} stays {@code null}: it is the executor that complains.
 */
@SuppressWarnings({"overloads", "try"}) // the weaver chooses by type; a passage is only passed
public final class TaskWrapping {

  private static final String POOL_WORKER = ThreadPoolExecutor.class.getName() + "$Worker";

  private TaskWrapping() {}

  /** A task for an executor. */
  public static @Nullable Runnable task(Object executor, @Nullable Runnable task) {
    Context context = ContextSwitch.worthCarrying();
    if (context == null || task == null) {
      return task;
    }
    if (isNeededAsItIs(executor, task)) {
      TaskContexts.note(task, context);
      return task;
    }
    return wrap(context, task);
  }

  /** A task for an executor. */
  public static <V> @Nullable Callable<V> task(Object executor, @Nullable Callable<V> task) {
    Context context = ContextSwitch.worthCarrying();
    if (context == null || task == null) {
      return task;
    }
    if (isNeededAsItIs(executor, task)) {
      TaskContexts.note(task, context);
      return task;
    }
    return wrap(context, task);
  }

  /** Tasks for an executor, or forked ones. */
  public static @Nullable Collection<?> task(Object executor, @Nullable Collection<?> tasks) {
    Context context = ContextSwitch.worthCarrying();
    if (context == null || tasks == null) {
      return tasks;
    }
    List<@Nullable Object> wrapped = new ArrayList<>(tasks.size());
    boolean changed = false;
    for (Object task : tasks) {
      Object instead =
          task instanceof Callable<?> callable
              ? task(executor, callable)
              : task instanceof ForkJoinTask<?> forked ? task(forked) : task;
      changed |= isOther(instead, task);
      wrapped.add(instead);
    }
    return changed ? wrapped : tasks;
  }

  /** The same, where there is no executor. */
  public static @Nullable Collection<?> task(@Nullable Collection<?> tasks) {
    return task(tasks == null ? Context.root() : tasks, tasks);
  }

  /** A task of which only a view is handed on. */
  public static @Nullable Runnable task(@Nullable Runnable task) {
    Context context = ContextSwitch.worthCarrying();
    return context == null || task == null ? task : wrap(context, task);
  }

  /** A task of which only a view is handed on. */
  public static <V> @Nullable Callable<V> task(@Nullable Callable<V> task) {
    Context context = ContextSwitch.worthCarrying();
    return context == null || task == null ? task : wrap(context, task);
  }

  /**
   * What a new thread runs. A pool's worker outlives the task that the pool made it for, and is
   * left alone.
   */
  public static @Nullable Runnable body(@Nullable Runnable task) {
    Context context = ContextSwitch.worthCarrying();
    return context == null || task == null || task.getClass().getName().equals(POOL_WORKER)
        ? task
        : wrap(context, task);
  }

  /** A task that a fork-join pool will run; it stays the same object. */
  public static <V> @Nullable ForkJoinTask<V> task(@Nullable ForkJoinTask<V> task) {
    note(task);
    return task;
  }

  /** The same, handed to a pool. */
  public static <V> @Nullable ForkJoinTask<V> task(
      Object executor, @Nullable ForkJoinTask<V> task) {
    return task(task);
  }

  /** Tasks that a fork-join pool will run; they stay the same objects. */
  public static @Nullable ForkJoinTask<?> @Nullable [] task(
      @Nullable ForkJoinTask<?> @Nullable [] tasks) {
    if (tasks != null) {
      for (ForkJoinTask<?> task : tasks) {
        note(task);
      }
    }
    return tasks;
  }

  /** A task for a timer; it stays the same object, by which it can be cancelled. */
  public static @Nullable TimerTask task(@Nullable TimerTask task) {
    note(task);
    return task;
  }

  /** A thread about to be started: if it is of a class of its own, that has the code to run. */
  public static @Nullable Thread task(@Nullable Thread thread) {
    note(thread);
    return thread;
  }

  /** A task to be found among those that an executor has not run yet. */
  public static @Nullable Runnable sought(@Nullable Runnable task) {
    return task == null ? null : new WrappedTask.Sought(task);
  }

  private static Runnable wrap(Context context, Runnable task) {
    return task instanceof WrappedTask || task instanceof RunnableFuture
        ? task
        : new WrappedTask.OfRunnable(context, task);
  }

  private static <V> Callable<V> wrap(Context context, Callable<V> task) {
    return task instanceof WrappedTask ? task : new WrappedTask.OfCallable<>(context, task);
  }

  /**
   * Whether someone may compare tasks, or cast them to what they are: a queue with an order, or a
   * pool of a class of its own. Nobody expects anything of a lambda.
   */
  private static boolean isNeededAsItIs(Object executor, Object task) {
    if (task.getClass().isHidden()) {
      return false;
    }
    return task instanceof Comparable
        || task instanceof ForkJoinTask
        || (executor instanceof ThreadPoolExecutor pool
            && (pool.getClass().getClassLoader() != null
                || pool.getQueue() instanceof PriorityBlockingQueue));
  }

  private static void note(@Nullable Object task) {
    Context context = ContextSwitch.worthCarrying();
    if (context != null && task != null) {
      TaskContexts.note(task, context);
    }
  }

  @SuppressWarnings("ReferenceEquality") // a wrapper is another object
  private static boolean isOther(@Nullable Object one, @Nullable Object other) {
    return one != other;
  }
}
