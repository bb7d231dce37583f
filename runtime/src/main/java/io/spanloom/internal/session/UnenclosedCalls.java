package io.spanloom.internal.session;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.spanloom.internal.toolcall.PendingCalls;
import org.jspecify.annotations.Nullable;

/**
 * The tool calls that were asked for outside any session, workflow and agent: those of one trace,
 * or where there is none around, those of the response that a thread received last.
 */
public final class UnenclosedCalls {

  private static final int MAX_TRACES = 256;
  private static final long MAX_BYTES = 4L << 20;

  private static final ThreadLocal<@Nullable Response> LATEST = new ThreadLocal<>();

  private final SessionStore byTrace = new SessionStore(MAX_TRACES, MAX_BYTES);

  /** Stands for this object on threads, which may outlive it. */
  private final Object owner = new Object();

  /** Whether there ever were any: most programs have agents. */
  private volatile boolean used;

  UnenclosedCalls() {}

  /** The calls that code in the context may be asked for by; {@code null} if there are none. */
  public @Nullable PendingCalls find(Context context) {
    if (!used) {
      return null;
    }
    SpanContext span = Span.fromContext(context).getSpanContext();
    if (span.isValid()) {
      return byTrace.find(span.getTraceId());
    }
    Response response = latest();
    return response == null ? null : response.calls;
  }

  /**
   * The calls that a response adds to.
   *
   * @param context what the model was called in
   * @param modelCall the span of the model call
   */
  public PendingCalls of(Context context, SpanContext modelCall) {
    used = true;
    SpanContext span = Span.fromContext(context).getSpanContext();
    if (span.isValid()) {
      return byTrace.pendingCalls(span.getTraceId());
    }
    Response response = latest();
    if (response == null || !response.modelCall.equals(modelCall)) {
      response = new Response(owner, modelCall, PendingCalls.ofThread());
      LATEST.set(response);
    }
    return response.calls;
  }

  /** A thread that asks a model again is done with what was asked for before. */
  public void asksAgain(Context context) {
    if (used && !Span.fromContext(context).getSpanContext().isValid()) {
      LATEST.remove();
    }
  }

  @SuppressWarnings("ReferenceEquality") // the very object
  private @Nullable Response latest() {
    Response response = LATEST.get();
    return response == null || response.owner != owner ? null : response;
  }

  private record Response(Object owner, SpanContext modelCall, PendingCalls calls) {}
}
