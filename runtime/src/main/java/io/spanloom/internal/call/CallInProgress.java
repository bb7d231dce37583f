package io.spanloom.internal.call;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.spanloom.internal.convention.SpanRole;

/**
 * Tells whether code runs directly in a call whose request has been read: what a library's own
 * instrumentation sees there is that call once more.
 */
public final class CallInProgress {

  private static final ContextKey<Produced> PRODUCED = ContextKey.named("spanloom-produced");

  private CallInProgress() {}

  /** Whether the innermost call here has the role, and knows what is asked. */
  public static boolean is(SpanRole role) {
    Call innermost = CallStack.current().peek();
    if (innermost != null && innermost.spec().spanRole() == role && innermost.request() != null) {
      return true;
    }
    Context context = Context.current();
    Produced produced = context.get(PRODUCED);
    return produced != null && produced.role == role && produced.isIn(context);
  }

  /** The context in which the result of a call that has left its method is produced. */
  public static Context producing(Context context, Call call) {
    return call.request() == null
        ? context
        : context.with(PRODUCED, new Produced(call.spec().spanRole(), Span.fromContext(context)));
  }

  private record Produced(SpanRole role, Span span) {

    /** The span identifies the call: another one stands for something that runs within it. */
    @SuppressWarnings("ReferenceEquality") // spans have no equality but identity
    boolean isIn(Context context) {
      return Span.fromContext(context) == span;
    }
  }
}
