package io.spanloom.internal.propagation;

import io.opentelemetry.context.Context;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.aspectj.lang.annotation.DeclarePrecedence;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tasks that could not be wrapped in the context kept for them: woven into the methods of
 * users' classes that are tasks themselves.
 */
@Aspect
@DeclarePrecedence("io.spanloom.internal.propagation.TaskBodies, *")
public final class TaskBodies {

  private static final String BODY =
      "(execution(void java.lang.Runnable+.run())"
          + " || execution(* java.util.concurrent.Callable+.call())"
          + " || execution(* java.util.concurrent.ForkJoinTask+.compute())"
          + " || execution(boolean java.util.concurrent.ForkJoinTask+.exec()))"
          + " && this(task) && !within(io.spanloom.internal.propagation..*)"
          + " && !within(@io.spanloom.internal.advice.Woven *)";

  private static final ThreadLocal<@Nullable Running> INNERMOST = new ThreadLocal<>();

  private static final TaskBodies ONLY = new TaskBodies();

  private TaskBodies() {}

  /** What a weaver adds to aspects; this one is not woven before it is used. */
  public static TaskBodies aspectOf() {
    return ONLY;
  }

  /** As {@link #aspectOf}. */
  public static boolean hasAspect() {
    return true;
  }

  /** A task that runs in its own context, and the one around it on the same thread. */
  private record Running(Object task, ContextSwitch contextSwitch, @Nullable Running outer) {}

  @AfterThrowing(pointcut = BODY, argNames = "task")
  public void failed(Object task) {
    leave(task);
  }

  @AfterReturning(pointcut = BODY, argNames = "task")
  public void returned(Object task) {
    leave(task);
  }

  /** Enters the task's context, if one is kept; a method may call the one it overrides. */
  @Before(value = BODY, argNames = "task")
  public void before(Object task) {
    Context context = TaskContexts.contextOf(task);
    Running outer = INNERMOST.get();
    if (context != null) {
      INNERMOST.set(new Running(task, ContextSwitch.into(context), outer));
    } else if (isOf(task, outer)) {
      INNERMOST.set(new Running(task, ContextSwitch.into(Context.current()), outer));
    }
  }

  private static void leave(Object task) {
    Running running = INNERMOST.get();
    if (running == null || !isOf(task, running)) {
      return;
    }
    running.contextSwitch().close();
    if (running.outer() == null) {
      INNERMOST.remove();
    } else {
      INNERMOST.set(running.outer());
    }
  }

  @SuppressWarnings("ReferenceEquality") // the very task
  private static boolean isOf(Object task, @Nullable Running running) {
    return running != null && running.task() == task;
  }
}
