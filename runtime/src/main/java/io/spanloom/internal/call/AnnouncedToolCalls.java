package io.spanloom.internal.call;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.spanloom.internal.metric.Failures;
import io.spanloom.internal.session.EnclosingSpans;
import io.spanloom.internal.toolcall.ToolCallRequest;
import io.spanloom.llm.LlmToolCall;
import org.jspecify.annotations.Nullable;

/** Tool calls that hand-written clients find in a model's response. */
public final class AnnouncedToolCalls {

  private AnnouncedToolCalls() {}

  /** Remembers a tool call; never throws. */
  public static void announce(String id, String name, @Nullable String arguments) {
    try {
      announce(CallStack.current().peek(), id, name, arguments);
    } catch (Throwable failure) {
      Failures.outsideCalls("announced tool calls", failure);
    }
  }

  /** A call announced inside a model call belongs to its response, else to the current span. */
  private static void announce(
      @Nullable Call call, String id, String name, @Nullable String arguments) {
    if (call != null && call.role().asksModel()) {
      call.captures().announced(new LlmToolCall(id, name, arguments));
      return;
    }
    Tracing tracing = Tracing.installed();
    EnclosingSpans enclosingSpans =
        tracing == null ? null : tracing.sessions().enclosing(RunningContext.current());
    if (enclosingSpans != null) {
      SpanContext current = Span.current().getSpanContext();
      enclosingSpans
          .calls()
          .announce(new ToolCallRequest(id, name, arguments, enclosingSpans.origin(current)));
    }
  }
}
