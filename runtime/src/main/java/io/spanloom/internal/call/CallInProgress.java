package io.spanloom.internal.call;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.spanloom.internal.convention.SpanProperty;
import io.spanloom.internal.convention.SpanRole;
import org.jspecify.annotations.Nullable;

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

  /** The name of the tool whose call is the innermost here, or {@code null}. */
  public static @Nullable String tool() {
    Context context = Context.current();
    Span current = Span.fromContext(context);
    Call innermost = CallStack.current().find(current);
    if (innermost != null) {
      return toolName(innermost);
    }
    Produced produced = context.get(PRODUCED);
    return produced != null && produced.isIn(context) ? produced.tool : null;
  }

  /** The context in which the result of a call that has left its method is produced. */
  public static Context producing(Context context, Call call) {
    SpanRole role = call.spec().spanRole();
    return call.request() == null && role != SpanRole.TOOL
        ? context
        : context.with(PRODUCED, new Produced(role, toolName(call), Span.fromContext(context)));
  }

  private static @Nullable String toolName(Call call) {
    if (call.spec().spanRole() != SpanRole.TOOL) {
      return null;
    }
    String dynamic = call.captures().text(SpanProperty.TOOL_NAME);
    return dynamic == null ? call.spec().identity().name() : dynamic;
  }

  private record Produced(SpanRole role, @Nullable String tool, Span span) {

    /** The span identifies the call: another one stands for something that runs within it. */
    @SuppressWarnings("ReferenceEquality") // spans have no equality but identity
    boolean isIn(Context context) {
      return Span.fromContext(context) == span;
    }
  }
}
