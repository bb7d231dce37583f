package io.spanloom.reactor;

import io.opentelemetry.context.Context;
import reactor.core.CoreSubscriber;
import reactor.core.Fuseable;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;

/**
 * Keeps OpenTelemetry's context with Reactor's, so that the functions given to operators run in it
 * on whichever thread.
 *
 * <p>The stand-in for a traced method's result passes the method's context to the operators above
 * it, in Reactor's context. Those of a pipeline that nobody traces find none there and stay as they
 * are.
 */
final class ContextOperators {

  /** What our hooks are known by. */
  private static final String NAME = "io.spanloom";

  /** Under which Reactor's context holds OpenTelemetry's. */
  private static final Object KEY = new Object();

  /**
   * Under which {@code spanloom-micrometer} has Reactor's automatic context propagation restore
   * OpenTelemetry's context; it would restore the subscriber's otherwise.
   */
  private static final String RESTORED = "io.spanloom.context";

  private ContextOperators() {}

  /**
   * Installs the hooks behind those that are there. The last one is next to the operator, so that
   * our context, made for this pipeline, wins over one that others keep for a whole request.
   */
  static void install() {
    Hooks.resetOnEachOperator(NAME);
    Hooks.onEachOperator(
        NAME,
        Operators.lift(
            publisher -> !(publisher instanceof Fuseable.ScalarCallable),
            (publisher, subscriber) -> inContext(subscriber)));
    Schedulers.onScheduleHook(NAME, ContextOperators::inContext);
  }

  /** The context that a subscriber's operators run in; without any, the current one. */
  static Context contextOf(reactor.util.context.Context subscribers) {
    return subscribers.<Context>getOrEmpty(KEY).orElseGet(Context::current);
  }

  /** A subscriber's context from which operators upstream take the context they run in. */
  static reactor.util.context.Context with(
      reactor.util.context.Context subscribers, Context operators) {
    return subscribers.put(KEY, operators).put(RESTORED, operators);
  }

  private static <T> CoreSubscriber<? super T> inContext(CoreSubscriber<? super T> subscriber) {
    Context context = subscriber.currentContext().getOrDefault(KEY, null);
    return context == null ? subscriber : new ContextSubscriber<>(subscriber, context);
  }

  /** What is subscribed to, or goes on, on another thread. */
  private static Runnable inContext(Runnable task) {
    Context context = Context.current();
    return context == Context.root() ? task : context.wrap(task);
  }
}
