package io.spanloom.weaver.callsite;

import java.util.Set;
import org.objectweb.asm.Type;

/**
 * Calls whose arguments are tasks, or that start one. Periodic schedules are not among them: what
 * recurs is part of no run.
 *
 * @param type the type whose methods they call, by internal name; calls through subtypes count
 * @param names the methods' names
 * @param runtimeMethods what tasks pass through
 */
record Rule(String type, Set<String> names, RuntimeMethods runtimeMethods) {

  private static final String CONCURRENT = "java/util/concurrent/";

  private static final String TIMER = "java/util/Timer";

  /** A constructor's call names the class itself: subclasses call it from their own. */
  static final String CONSTRUCTOR = "<init>";

  static final Set<Rule> ALL =
      Set.of(
          new Rule(
              CONCURRENT + "Executor",
              Set.of(
                  "execute",
                  "submit",
                  "invoke",
                  "invokeAll",
                  "invokeAny",
                  "lazySubmit",
                  "externalSubmit"),
              RuntimeMethods.FOR_EXECUTOR),
          new Rule(CONCURRENT + "CompletionService", Set.of("submit"), RuntimeMethods.FOR_EXECUTOR),
          new Rule(
              CONCURRENT + "ScheduledExecutorService", Set.of("schedule"), RuntimeMethods.TASK),
          new Rule(CONCURRENT + "ThreadPoolExecutor", Set.of("remove"), RuntimeMethods.SOUGHT),
          new Rule(CONCURRENT + "FutureTask", Set.of(CONSTRUCTOR), RuntimeMethods.TASK),
          new Rule(
              CONCURRENT + "ForkJoinTask",
              Set.of("adapt", "adaptInterruptible", "invokeAll", "fork"),
              RuntimeMethods.TASK),
          new Rule(CONCURRENT + "StructuredTaskScope", Set.of("fork"), RuntimeMethods.TASK),
          new Rule(TIMER, Set.of("schedule"), RuntimeMethods.TASK),
          new Rule("java/lang/Thread", Set.of("start"), RuntimeMethods.TASK),
          new Rule(
              "java/lang/Thread", Set.of(CONSTRUCTOR, "startVirtualThread"), RuntimeMethods.BODY),
          new Rule("java/lang/Thread$Builder", Set.of("start", "unstarted"), RuntimeMethods.BODY),
          new Rule(CONCURRENT + "ThreadFactory", Set.of("newThread"), RuntimeMethods.BODY),
          new Rule(
              CONCURRENT + "CompletionStage",
              Set.of(
                  "supplyAsync",
                  "runAsync",
                  "completeAsync",
                  "thenApply",
                  "thenApplyAsync",
                  "thenAccept",
                  "thenAcceptAsync",
                  "thenRun",
                  "thenRunAsync",
                  "thenCombine",
                  "thenCombineAsync",
                  "thenAcceptBoth",
                  "thenAcceptBothAsync",
                  "runAfterBoth",
                  "runAfterBothAsync",
                  "applyToEither",
                  "applyToEitherAsync",
                  "acceptEither",
                  "acceptEitherAsync",
                  "runAfterEither",
                  "runAfterEitherAsync",
                  "thenCompose",
                  "thenComposeAsync",
                  "handle",
                  "handleAsync",
                  "whenComplete",
                  "whenCompleteAsync",
                  "exceptionally",
                  "exceptionallyAsync",
                  "exceptionallyCompose",
                  "exceptionallyComposeAsync"),
              RuntimeMethods.FUNCTION),
          new Rule("java/util/stream/Gatherers", Set.of("mapConcurrent"), RuntimeMethods.FUNCTION),
          stream("Stream"),
          stream("IntStream"),
          stream("LongStream"),
          stream("DoubleStream"));

  /**
   * Streams' own types have no subtypes that people use; any of their methods may take functions.
   */
  private static Rule stream(String name) {
    return new Rule("java/util/stream/" + name, Set.of(), RuntimeMethods.OF_STREAM);
  }

  /** Whether a call that the names fit hands on a task that recurs. */
  boolean isPeriodic(String descriptor) {
    return type.equals(TIMER) && Type.getArgumentTypes(descriptor).length > 2;
  }

  boolean isOfStreams() {
    return runtimeMethods == RuntimeMethods.OF_STREAM;
  }
}
