package io.spanloom.internal.call;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.spanloom.internal.convention.SpanRole;
import io.spanloom.internal.session.EnclosingSpans;
import io.spanloom.internal.session.OutlivedRuns;
import org.jspecify.annotations.Nullable;

/**
 * Levels of calls that need one only if something may outlive them, such as a tool that is the
 * outermost call and starts a task. Most of these calls start nothing, and have no level.
 */
final class RunLevels {

  private RunLevels() {}

  /** What encloses a call about to start. */
  static @Nullable EnclosingSpans around(Call call) {
    Context caller = call.contexts().caller();
    EnclosingSpans enclosing = call.tracing().sessions().enclosing(caller);
    SpanRole role = call.spec().spanRole();
    boolean inRun = enclosing != null && enclosing.isInRun();
    boolean makesRun = !inRun && (role.isRun() || role == SpanRole.TASK);
    if (!makesRun || call.enclosing() == null) {
      return enclosing;
    }
    EnclosingSpans level = of(call.enclosing(), caller, enclosing);
    return level == null ? enclosing : level;
  }

  /**
   * What encloses a task that the running code hands on, with a level that ends: of the outermost
   * call in progress on this thread. {@code null} if there is no such call.
   */
  static @Nullable EnclosingSpans ofThread(Context current, @Nullable EnclosingSpans enclosing) {
    return of(CallStack.current().peek(), current, enclosing);
  }

  private static @Nullable EnclosingSpans of(
      @Nullable Call innermost, Context context, @Nullable EnclosingSpans enclosing) {
    Call outermost = null;
    Call next = innermost;
    while (next != null && isPartOf(next, context, enclosing)) {
      outermost = next;
      next = next.enclosing();
    }
    if (outermost == null) {
      return null;
    }
    EnclosingSpans level = of(outermost);
    return (enclosing == null || isSame(enclosing, level.outer()))
        ? level
        : enclosing.movedBelow(level);
  }

  /** The level of a call, made if there is none yet. */
  static EnclosingSpans of(Call call) {
    EnclosingSpans level = call.contexts().level();
    if (level == null) {
      level = make(call);
      call.contexts().setLevel(level);
    }
    return level;
  }

  /** Whether a call in progress encloses the code in the context. */
  private static boolean isPartOf(Call call, Context context, @Nullable EnclosingSpans enclosing) {
    Context inner = call.contexts().inner();
    if (inner == null || !call.span().getSpanContext().isValid()) {
      return false;
    }
    return (enclosing == null || !enclosing.isInRun())
        ? traceOf(Span.fromContext(context)).equals(traceOf(call.span()))
        : OutlivedRuns.isInRun(EnclosingSpans.in(inner), enclosing);
  }

  private static String traceOf(Span span) {
    return span.getSpanContext().getTraceId();
  }

  private static EnclosingSpans make(Call call) {
    Context caller = call.contexts().caller();
    return EnclosingSpans.belowRun(
        EnclosingSpans.in(caller),
        call.spec().spanRole(),
        call.spec().identity().name(),
        call.span().getSpanContext(),
        Span.fromContext(caller).getSpanContext().getSpanId());
  }

  @SuppressWarnings("ReferenceEquality") // the very level
  private static boolean isSame(EnclosingSpans level, @Nullable EnclosingSpans other) {
    return level == other;
  }
}
