package io.spanloom.internal.call;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.spanloom.internal.session.EnclosingSpans;
import io.spanloom.internal.session.SessionValues;
import io.spanloom.internal.toolcall.CurrentToolCall;
import io.spanloom.internal.toolcall.ToolCallMatch;
import org.jspecify.annotations.Nullable;

/**
 * Starts calls that nobody will see. What matters is what others may see of them: their context
 * goes with messages, and a session's tool call that one takes is no one else's.
 */
final class UnrecordedCalls {

  private UnrecordedCalls() {}

  /** Below another such call of this process there is nothing to see of a span. */
  static void start(Call call, @Nullable EnclosingSpans enclosing) {
    Context caller = call.contexts().caller();
    Tracing tracing = call.tracing();
    boolean mayBePending = enclosing != null && !enclosing.session().isUnrecorded();
    boolean mayMatch = mayBePending || CurrentToolCall.in(caller) != null;
    ToolCallMatch match = mayMatch ? call.role().match(call, caller, enclosing) : null;
    Span parent = Span.fromContext(caller);
    Span span = parent;
    Context inner = caller;
    if (!CallLifecycle.isDropped(span)) {
      String name = call.plan().template().spanName();
      span = tracing.tracer().spanBuilder(name).setParent(caller).startSpan();
      inner = caller.with(span);
    }
    call.writer().started(span);
    inner = ToolCallMatching.below(inner, call, match);
    EnclosingSpans below = below(call, enclosing, span, parent);
    call.contexts().makeCurrent(below == null ? inner : tracing.sessions().enter(inner, below));
  }

  /** The outermost run encloses what is handed on in it: that may outlive it, and be recorded. */
  private static @Nullable EnclosingSpans below(
      Call call, @Nullable EnclosingSpans enclosing, Span span, Span parent) {
    boolean inRun = enclosing != null && enclosing.isInRun();
    if (inRun || !call.spec().spanRole().isRun()) {
      return enclosing;
    }
    EnclosingSpans outer =
        enclosing == null
            ? call.tracing().sessions().join(null, SessionValues.UNRECORDED)
            : enclosing;
    EnclosingSpans level =
        EnclosingSpans.belowRun(
            outer,
            call.spec().spanRole(),
            call.spec().identity().name(),
            span.getSpanContext(),
            parent.getSpanContext().getSpanId());
    call.contexts().setLevel(level);
    return level;
  }
}
