package io.spanloom.internal.session;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.spanloom.internal.toolcall.CurrentToolCall;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Places work that outlives the run that started it: below the innermost call around that run that
 * has not ended, else in no trace and no session. Its first spans link to the run.
 */
public final class OutlivedRuns {

  private OutlivedRuns() {}

  /**
   * The context without the runs that have ended.
   *
   * @param enclosing what encloses the code in the context, a run that has ended
   * @param inProgress what the call in progress on this thread encloses, or {@code null}
   */
  static Context leave(
      Context context,
      EnclosingSpans enclosing,
      @Nullable EnclosingSpans inProgress,
      SessionBaggage baggage) {
    EnclosingSpans running = innermostRunning(enclosing);
    if (isInRun(inProgress, enclosing) || isInRun(running, enclosing)) {
      return context; // a call of the run goes on, and this is part of it
    }
    SpanContext run = Objects.requireNonNull(spanOf(enclosing.runLevel()));
    return place(context, run, running, baggage);
  }

  /** The context of work outside the runs and the session around it; it links to the span. */
  static Context detach(Context context, SpanContext span, SessionBaggage baggage) {
    return place(context, span, null, baggage);
  }

  private static Context place(
      Context context, SpanContext run, @Nullable EnclosingSpans running, SessionBaggage baggage) {
    Span parent = parent(Span.fromContext(context), run, spanOf(running));
    EndedRun ended = new EndedRun(run, parent.getSpanContext().getSpanId());
    Context placed = baggage.remove(context).with(parent);
    placed = after(ended, running).storeIn(placed);
    return CurrentToolCall.in(context) == null ? placed : CurrentToolCall.none(placed);
  }

  /** Where the program has a span of another trace, the work has a place already. */
  private static Span parent(Span current, SpanContext run, @Nullable SpanContext running) {
    SpanContext here = current.getSpanContext();
    if (here.isValid() && !here.getTraceId().equals(run.getTraceId())) {
      return current;
    }
    return running == null ? Span.getInvalid() : Span.wrap(running);
  }

  private static EnclosingSpans after(EndedRun run, @Nullable EnclosingSpans running) {
    return running == null
        ? new EnclosingSpans(null, null, JoinedSession.none(), run)
        : running.copy(running, null, run);
  }

  /** The innermost level of a call that has not ended. */
  private static @Nullable EnclosingSpans innermostRunning(EnclosingSpans enclosing) {
    EnclosingSpans level = enclosing;
    while (level != null && (level.span() == null || level.hasEnded())) {
      level = level.outer();
    }
    return level;
  }

  /** Whether a level is of the innermost run around the code, or below that. */
  public static boolean isInRun(@Nullable EnclosingSpans sought, EnclosingSpans enclosing) {
    EnclosingSpans level = enclosing;
    while (level != null && isOther(level, sought) && isOther(level, enclosing.runLevel())) {
      level = level.outer();
    }
    return level != null && !isOther(level, sought);
  }

  @SuppressWarnings("ReferenceEquality") // the very level
  private static boolean isOther(EnclosingSpans level, @Nullable EnclosingSpans other) {
    return level != other;
  }

  private static @Nullable SpanContext spanOf(@Nullable EnclosingSpans level) {
    EnclosingSpan span = level == null ? null : level.span();
    return span == null ? null : span.span();
  }
}
