package io.spanloom.internal.propagation;

import java.util.concurrent.ForkJoinTask;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.jspecify.annotations.Nullable;

/**
 * Carries context from call sites under load-time weaving, where the Maven plugin has not rewritten
 * them: the same calls, passed through the same methods.
 *
 * <p>Types that Java 17 lacks are named by pattern, which AspectJ does not look up.
 */
@Aspect
public final class CallSites {

  private static final String NOT_OURS =
      " && !within(io.spanloom.internal.propagation..*)"
          + " && !within(@io.spanloom.internal.advice.Woven *)";

  /** A factory's threads belong to the pool that asks for them. */
  private static final String NOT_IN_FACTORIES =
      " && !withincode(java.lang.Thread *..*.newThread(java.lang.Runnable))"
          + " && !withincode(java.lang.Thread *..*.lambda$*(.., java.lang.Runnable))";

  private static final Overloads OF_EXECUTORS = Overloads.of("task", true, TaskWrapping.class);
  private static final Overloads OF_TASKS = Overloads.of("task", false, TaskWrapping.class);
  private static final Overloads OF_BODIES = Overloads.of("body", false, TaskWrapping.class);
  private static final Overloads OF_SOUGHT = Overloads.of("sought", false, TaskWrapping.class);
  private static final Overloads OF_STAGES =
      Overloads.of("function", false, FunctionWrapping.class);
  private static final Overloads OF_STREAMS =
      Overloads.of(
          "function",
          true,
          ParallelFunctions.class,
          ParallelIntFunctions.class,
          ParallelLongFunctions.class,
          ParallelDoubleFunctions.class);

  @Around(
      value =
          "(call(* java.util.concurrent.Executor+.execute(..))"
              + " || call(* java.util.concurrent.Executor+.submit(..))"
              + " || call(* java.util.concurrent.Executor+.invoke(..))"
              + " || call(* java.util.concurrent.Executor+.invokeAll(..))"
              + " || call(* java.util.concurrent.Executor+.invokeAny(..))"
              + " || call(* java.util.concurrent.Executor+.lazySubmit(..))"
              + " || call(* java.util.concurrent.Executor+.externalSubmit(..))"
              + " || call(* java.util.concurrent.CompletionService+.submit(..)))"
              + NOT_OURS,
      argNames = "call")
  public @Nullable Object executor(ProceedingJoinPoint call) throws Throwable {
    return call.proceed(OF_EXECUTORS.carry(call));
  }

  @Around(
      value =
          "(call(* java.util.concurrent.ScheduledExecutorService+.schedule(..))"
              + " || call(* java.util.Timer+.schedule(java.util.TimerTask, *))"
              + " || call(java.util.concurrent.FutureTask.new(..))"
              + " || call(* java.util.concurrent.ForkJoinTask+.adapt*(..))"
              + " || call(* java.util.concurrent.ForkJoinTask+.invokeAll(..))"
              + " || call(* java.util.concurrent.StructuredTaskScope*.fork(..)))"
              + NOT_OURS,
      argNames = "call")
  public @Nullable Object task(ProceedingJoinPoint call) throws Throwable {
    return call.proceed(OF_TASKS.carry(call));
  }

  @Around(
      value =
          "(call(java.lang.Thread.new(..))"
              + " || call(* java.lang..*.startVirtualThread(java.lang.Runnable))"
              + " || call(* java.lang..*.start(java.lang.Runnable))"
              + " || call(* java.lang..*.unstarted(java.lang.Runnable))"
              + " || call(* java.util.concurrent.ThreadFactory+.newThread(java.lang.Runnable)))"
              + NOT_IN_FACTORIES
              + NOT_OURS,
      argNames = "call")
  public @Nullable Object thread(ProceedingJoinPoint call) throws Throwable {
    return call.proceed(OF_BODIES.carry(call));
  }

  @Around(
      value = "call(boolean java.util.concurrent.ThreadPoolExecutor+.remove(..))" + NOT_OURS,
      argNames = "call")
  public @Nullable Object removal(ProceedingJoinPoint call) throws Throwable {
    return call.proceed(OF_SOUGHT.carry(call));
  }

  @Around(
      value =
          "(call(* java.util.concurrent.CompletionStage+.*(..))"
              + " || call(* java.util.stream.Gatherers*.mapConcurrent(..)))"
              + NOT_OURS,
      argNames = "call")
  public @Nullable Object stage(ProceedingJoinPoint call) throws Throwable {
    return call.proceed(OF_STAGES.carry(call));
  }

  @Around(
      value =
          "(call(* java.util.stream.Stream.*(..))"
              + " || call(* java.util.stream.IntStream.*(..))"
              + " || call(* java.util.stream.LongStream.*(..))"
              + " || call(* java.util.stream.DoubleStream.*(..)))"
              + NOT_OURS,
      argNames = "call")
  public @Nullable Object stream(ProceedingJoinPoint call) throws Throwable {
    return call.proceed(OF_STREAMS.carry(call));
  }

  @Before(
      value = "call(void java.lang.Thread+.start()) && target(thread)" + NOT_OURS,
      argNames = "thread")
  public void start(Thread thread) {
    TaskWrapping.task(thread);
  }

  @Before(
      value = "call(* java.util.concurrent.ForkJoinTask+.fork()) && target(task)" + NOT_OURS,
      argNames = "task")
  @SuppressWarnings("FutureReturnValueIgnored") // it is the same task
  public void fork(ForkJoinTask<?> task) {
    TaskWrapping.task(task);
  }
}
