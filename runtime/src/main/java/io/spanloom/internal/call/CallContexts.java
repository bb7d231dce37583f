package io.spanloom.internal.call;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;
import io.spanloom.internal.session.EnclosingSpans;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The context a method was called in, the one it runs in, and its level in that; reused from call
 * to call.
 */
public final class CallContexts {

  /**
   * Whether the current context is nothing but what this thread was last told. To tell it another
   * then restores it, and no scope need be kept to be closed.
   */
  @SuppressWarnings("ReferenceEquality") // the very storage that is there by default
  private static final boolean PLAIN = ContextStorage.get() == ContextStorage.defaultStorage();

  private @Nullable Context current;

  /** The caller's context, if that is not the current one: its run had ended. */
  private @Nullable Context placed;

  private @Nullable Context inner;
  private @Nullable Scope scope;
  private @Nullable EnclosingSpans level;
  private @Nullable Span joined;
  private boolean coversMethod;

  void forget() {
    coversMethod = false;
    if (joined != null) {
      joined = null;
    }
    current = null;
    inner = null;
    if (!PLAIN) {
      scope = null;
    }
    if (placed != null) {
      placed = null;
    }
    if (level != null) { // a reference written into an old object is dear
      level = null;
    }
  }

  /**
   * The method is called.
   *
   * @param before the thread's context
   * @param called the same without what has ended
   */
  void enteredIn(Context before, Context called) {
    current = before;
    if (isOther(before, called)) {
      placed = called;
    }
  }

  /** A framework has the call's span already: this is the method that does the work. */
  void join(Span span) {
    joined = span;
  }

  /** The span that a framework has started for the same call, or {@code null}. */
  @Nullable Span joined() {
    return joined;
  }

  /** Whether a framework has the call's span already. */
  public boolean isJoined() {
    return joined != null;
  }

  /** The annotated method that the call may lead to has no span of its own. */
  public void setCoversMethod() {
    coversMethod = true;
  }

  boolean coversMethod() {
    return coversMethod;
  }

  /** The context the method was called in, without runs that have ended. */
  public Context caller() {
    return placed == null ? Objects.requireNonNull(current) : placed;
  }

  /** The context the method runs in, or {@code null} if it was never made. */
  public @Nullable Context inner() {
    return inner;
  }

  /** What the call itself encloses code with, or {@code null} if that is nothing. */
  @Nullable EnclosingSpans level() {
    return level;
  }

  /** Whether something may outlive the call that needs to know of its end. */
  public boolean hasLevel() {
    return level != null;
  }

  void setLevel(EnclosingSpans own) {
    level = own;
  }

  /** The call has ended: what it handed on, and starts from now on, is no part of it. */
  void endLevel() {
    if (level != null) {
      level.end();
    }
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
    if (inner == null || current == null) {
      return;
    }
    if (PLAIN) {
      current.makeCurrent(); // does nothing where it is current already
      return;
    }
    if (scope != null) {
      scope.close();
    }
    if (isOther(current, Context.current())) {
      current.makeCurrent();
    }
  }

  @SuppressWarnings("ReferenceEquality") // contexts have no equality but identity
  private static boolean isOther(Context one, Context other) {
    return one != other;
  }
}
