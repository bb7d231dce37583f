package io.spanloom.internal.propagation;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spanloom.internal.call.RunningContext;
import org.jspecify.annotations.Nullable;

/** A task's time in the context it was handed on in, on a thread that has another one. */
final class ContextSwitch implements AutoCloseable {

  /** The thread is there already: it is the caller's, or someone else carried the context. */
  private static final ContextSwitch NOWHERE = new ContextSwitch(Context.root(), Scope.noop());

  private final Context before;
  private final Scope scope;

  private ContextSwitch(Context before, Scope scope) {
    this.before = before;
    this.scope = scope;
  }

  /** The context to carry, or {@code null} if there is nothing in it. */
  @SuppressWarnings("ReferenceEquality") // contexts have no equality but identity
  static @Nullable Context worthCarrying() {
    Context current = RunningContext.forTask();
    return current == Context.root() ? null : current;
  }

  @SuppressWarnings({"ReferenceEquality", "MustBeClosedChecker"}) // closed with the passage
  static ContextSwitch into(Context context) {
    Context before = Context.current();
    if (before == context) {
      return NOWHERE;
    }
    Context running = RunningContext.ofTask(context);
    return before == running ? NOWHERE : new ContextSwitch(before, running.makeCurrent());
  }

  /**
   * Gives the thread its own context back, also if the task forgot to close a scope: the next task
   * has nothing to do with it.
   */
  @Override
  @SuppressWarnings({"ReferenceEquality", "MustBeClosedChecker"}) // there is nothing to return to
  public void close() {
    scope.close();
    if (this != NOWHERE && Context.current() != before) {
      before.makeCurrent();
    }
  }
}
