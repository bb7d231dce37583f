package io.spanloom.toolcall;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import org.jspecify.annotations.Nullable;

/**
 * The tool call that the running code is about to execute, or is executing; carried by
 * OpenTelemetry's context.
 *
 * @param id the identifier the provider issued
 * @param tool the only tool that may take the call, or {@code null} if any may
 * @param requestedBy the span of the model call that asked for it, or {@code null} if not known
 * @param taken whether a tool has taken the call already: it is not meant for tools below that one
 */
public record CallInHand(
    String id, @Nullable String tool, @Nullable SpanContext requestedBy, boolean taken) {

  private static final ContextKey<CallInHand> KEY = ContextKey.named("spanloom-tool-call");

  /** A call for the next tool to take, whatever its name. */
  public static CallInHand of(String id) {
    return new CallInHand(id, null, null, false);
  }

  /** The call a tool is executing. */
  public static CallInHand taken(String tool, Correlation correlation) {
    RequestedCall call = correlation.call();
    SpanContext requestedBy =
        call == null || call.origin() == null ? null : call.origin().modelCall();
    return new CallInHand(correlation.id(), tool, requestedBy, true);
  }

  /** The call in the context, or {@code null}. */
  public static @Nullable CallInHand in(Context context) {
    return context.get(KEY);
  }

  /** The context with this call in it. */
  public Context storeIn(Context context) {
    return context.with(KEY, this);
  }

  /** Whether a tool of that name takes the call. */
  public boolean isFor(String toolName) {
    return !taken && (tool == null || tool.equals(toolName));
  }

  /** The call as far as it is known here, or {@code null} if that is the id alone. */
  public @Nullable RequestedCall asRequested(String toolName) {
    return requestedBy == null
        ? null
        : new RequestedCall(id, toolName, null, Origin.of(requestedBy));
  }
}
