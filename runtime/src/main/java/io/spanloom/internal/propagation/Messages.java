package io.spanloom.internal.propagation;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.spanloom.internal.call.CallStart;
import io.spanloom.internal.call.RunningContext;
import io.spanloom.internal.call.Tracing;
import io.spanloom.internal.metric.Failures;
import io.spanloom.internal.session.EnclosingSpans;
import io.spanloom.internal.toolcall.CurrentToolCall;
import io.spanloom.internal.toolcall.ScopedToolCall;
import io.spanloom.internal.toolcall.ToolCallRequest;
import java.util.Map;

/** What messages between processes carry of the running code's place in the trace. */
public final class Messages {

  private Messages() {}

  /** Puts the current context into a message's headers; never throws. */
  public static void inject(Map<String, ? super String> headers) {
    try {
      Context context = RunningContext.current();
      CurrentToolCall call = CurrentToolCall.in(context);
      if (call instanceof ScopedToolCall offered) {
        sendCall(context, offered, headers);
      } else {
        MessageHeaders.write(context, call, headers);
      }
    } catch (Throwable failure) {
      Failures.outsideCalls("a message's headers", failure);
    }
  }

  /** The context a message's headers tell of; never throws. */
  public static Context extract(Map<String, ?> headers) {
    Context current = RunningContext.current();
    try {
      Context message = MessageHeaders.read(Context.root(), headers);
      SpanContext sender = Span.fromContext(message).getSpanContext();
      SpanContext here = Span.fromContext(current).getSpanContext();
      boolean continued = sender.getTraceId().equals(here.getTraceId());
      return sender.isValid() && !continued ? message : withinTrace(current, message);
    } catch (Throwable failure) {
      Failures.outsideCalls("a message's headers", failure);
      return current;
    }
  }

  private static Context withinTrace(Context current, Context message) {
    Baggage baggage = Baggage.fromContext(message);
    Context context = baggage.isEmpty() ? current : current.with(baggage);
    CurrentToolCall call = CurrentToolCall.in(message);
    return call == null ? context : call.storeIn(context);
  }

  /** The call leaves with the message: from here on its place is where a tool's span would be. */
  private static void sendCall(
      Context context, ScopedToolCall call, Map<String, ? super String> headers) {
    Tracing tracing = Tracing.installed();
    EnclosingSpans enclosingSpans = tracing == null ? null : tracing.sessions().enclosing(context);
    ToolCallRequest requested =
        enclosingSpans == null ? null : enclosingSpans.calls().claim(call.id());
    if (tracing == null || requested == null || requested.origin() == null) {
      MessageHeaders.write(context, call, headers);
      return;
    }
    CurrentToolCall sent =
        new ScopedToolCall(call.id(), call.tool(), requested.origin().modelCall());
    MessageHeaders.write(CallStart.parent(tracing, context, requested), sent, headers);
  }
}
