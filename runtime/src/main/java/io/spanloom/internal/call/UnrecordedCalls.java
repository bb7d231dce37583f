package io.spanloom.internal.call;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.spanloom.internal.session.EnclosingSpans;
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
    boolean mayMatch = enclosing != null || CurrentToolCall.in(caller) != null;
    ToolCallMatch match = mayMatch ? call.role().match(call, caller, enclosing) : null;
    Span span = Span.fromContext(caller);
    Context inner = caller;
    if (!CallLifecycle.isDropped(span)) {
      String name = call.plan().template().spanName();
      span = tracing.tracer().spanBuilder(name).setParent(caller).startSpan();
      inner = caller.with(span);
    }
    call.writer().started(span);
    inner = ToolCallMatching.below(inner, call, match);
    call.contexts()
        .makeCurrent(enclosing == null ? inner : tracing.sessions().enter(inner, enclosing));
  }
}
