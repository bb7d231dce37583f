package io.spanloom.internal.call;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.spanloom.internal.convention.SpanRole;
import io.spanloom.internal.session.EnclosingSpans;
import org.jspecify.annotations.Nullable;

/**
 * Contexts without the runs that have ended. It does not matter how a context came to the thread:
 * what code starts after the run's end is no part of the run.
 */
public final class RunningContext {

  private RunningContext() {}

  /**
   * The context in which a call is made.
   *
   * @param around the call in progress on this thread, or {@code null}
   */
  static Context ofCall(Context current, @Nullable Call around, Tracing tracing) {
    EnclosingSpans enclosing = EnclosingSpans.in(current);
    return enclosing == null || !enclosing.isOutlived()
        ? current
        : tracing.sessions().leave(current, enclosing, inside(around));
  }

  /** The context that the running code is in. */
  public static Context current() {
    Context current = Context.current();
    EnclosingSpans enclosing = EnclosingSpans.in(current);
    Tracing tracing = Tracing.installed();
    return enclosing == null || !enclosing.isOutlived() || tracing == null
        ? current
        : tracing.sessions().leave(current, enclosing, inside(CallStack.current().peek()));
  }

  /** The context in which a task begins that took the given one along. */
  public static Context ofTask(Context handedOn) {
    EnclosingSpans enclosing = EnclosingSpans.in(handedOn);
    Tracing tracing = Tracing.installed();
    return enclosing == null || !enclosing.isOutlived() || tracing == null
        ? handedOn
        : tracing.sessions().leave(handedOn, enclosing, null);
  }

  /** The current context, for a task to take along; it says when the run has ended. */
  public static Context forTask() {
    Context current = Context.current();
    EnclosingSpans enclosing = EnclosingSpans.in(current);
    if (isSame(current, Context.root())
        || (enclosing != null && enclosing.isInRun() && !enclosing.isOutlived())) {
      return current;
    }
    Context running = ofTask(current);
    if (enclosing != null && enclosing.isOutlived() && isSame(running, current)) {
      return current; // a call with a level goes on
    }
    EnclosingSpans level = RunLevels.ofThread(current, enclosing);
    return level == null ? running : level.storeIn(current);
  }

  /** The context in a call that goes on beyond its method, and maybe beyond the run around it. */
  public static Context inDeferred(Call call, Context inner) {
    EnclosingSpans enclosing = EnclosingSpans.in(inner);
    if (enclosing == null || !enclosing.isInRun() || call.contexts().hasLevel()) {
      return inner;
    }
    return RunLevels.of(call).storeIn(inner);
  }

  /**
   * The current context for work that belongs below the current span, even after its run has ended,
   * until it is {@link #release released}.
   */
  public static Context retain() {
    Context current = current();
    EnclosingSpans enclosing = EnclosingSpans.in(current);
    if (enclosing == null || !enclosing.isInRun()) {
      return current;
    }
    SpanContext span = Span.fromContext(current).getSpanContext();
    EnclosingSpans work =
        EnclosingSpans.belowRun(enclosing, SpanRole.EVALUATION, "", span, span.getSpanId());
    return work.storeIn(current);
  }

  /** The work in a {@link #retain retained} context is done. */
  public static void release(Context retained) {
    EnclosingSpans enclosing = EnclosingSpans.in(retained);
    if (enclosing != null) {
      enclosing.end();
    }
  }

  /** The context of work that is no part of the running code; it links to the current span. */
  public static Context detached() {
    Context current = current();
    Tracing tracing = Tracing.currentOrNull();
    return tracing == null ? current : tracing.sessions().detach(current);
  }

  @SuppressWarnings("ReferenceEquality") // contexts have no equality but identity
  private static boolean isSame(Context one, Context other) {
    return one == other;
  }

  private static @Nullable EnclosingSpans inside(@Nullable Call call) {
    Context inner = call == null ? null : call.contexts().inner();
    return inner == null ? null : EnclosingSpans.in(inner);
  }
}
