package io.spanloom.internal.call;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The context a method was called in and the one it runs in; reused from call to call. */
public final class CallContexts {

  /**
   * Whether the current context is nothing but what this thread was last told. To tell it another
   * then restores it, and no scope need be kept to be closed.
   */
  @SuppressWarnings("ReferenceEquality") // the very storage that is there by default
  private static final boolean PLAIN = ContextStorage.get() == ContextStorage.defaultStorage();

  private @Nullable Context caller;
  private @Nullable Context inner;
  private @Nullable Scope scope;

  void forget() {
    caller = null;
    inner = null;
    if (!PLAIN) {
      scope = null;
    }
  }

  void enteredIn(Context context) {
    caller = context;
  }

  /** The context the method was called in. */
  public Context caller() {
    return Objects.requireNonNull(caller);
  }

  /** The context the method runs in, or {@code null} if it was never made. */
  public @Nullable Context inner() {
    return inner;
  }

  @SuppressWarnings("MustBeClosedChecker") // closed when the call leaves its method
  void makeCurrent(Context context) {
    inner = context;
    Scope entered = context.makeCurrent();
    if (!PLAIN) {
      scope = entered;
    }
  }

  /**
   * Restores the caller's context, even if the method leaked a scope of its own: OpenTelemetry then
   * ignores the closing of ours.
   */
  @SuppressWarnings("MustBeClosedChecker") // what is made current here was current before
  void restore() {
    if (inner == null || caller == null) {
      return;
    }
    if (PLAIN) {
      caller.makeCurrent(); // does nothing where it is current already
      return;
    }
    if (scope != null) {
      scope.close();
    }
    if (isOther(caller, Context.current())) {
      caller.makeCurrent();
    }
  }

  @SuppressWarnings("ReferenceEquality") // contexts have no equality but identity
  private static boolean isOther(Context one, Context other) {
    return one != other;
  }
}
