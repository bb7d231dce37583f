package io.spanloom.internal.propagation;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.spanloom.internal.call.CallStart;
import io.spanloom.internal.call.Tracing;
import io.spanloom.internal.metric.Failures;
import io.spanloom.internal.session.Ancestry;
import io.spanloom.internal.toolcall.CallInHand;
import io.spanloom.internal.toolcall.OfferedCall;
import io.spanloom.internal.toolcall.RequestedCall;
import java.util.Map;

/** What messages between processes carry of the running code's place in the trace. */
public final class Messages {

  private Messages() {}

  /** Puts the current context into a message's headers; never throws. */
  public static void inject(Map<String, ? super String> headers) {
    try {
      Context context = Context.current();
      CallInHand call = CallInHand.in(context);
      if (call instanceof OfferedCall offered) {
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
    Context current = Context.current();
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
    CallInHand call = CallInHand.in(message);
    return call == null ? context : call.storeIn(context);
  }

  /** The call leaves with the message: from here on its place is where a tool's span would be. */
  private static void sendCall(
      Context context, OfferedCall call, Map<String, ? super String> headers) {
    Tracing tracing = Tracing.installed();
    Ancestry ancestry = tracing == null ? null : tracing.sessions().enclosing(context);
    RequestedCall requested = ancestry == null ? null : ancestry.calls().claim(call.id());
    if (tracing == null || requested == null || requested.origin() == null) {
      MessageHeaders.write(context, call, headers);
      return;
    }
    CallInHand sent = new OfferedCall(call.id(), call.tool(), requested.origin().modelCall());
    MessageHeaders.write(CallStart.parent(tracing, context, requested), sent, headers);
  }
}
