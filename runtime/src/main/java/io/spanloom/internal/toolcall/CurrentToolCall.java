package io.spanloom.internal.toolcall;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import org.jspecify.annotations.Nullable;

/**
 * The tool call that the running code is about to execute ({@link ScopedToolCall}), or is executing
 * ({@link ToolCallMatch}); carried by OpenTelemetry's context.
 */
public sealed interface CurrentToolCall permits ScopedToolCall, ToolCallMatch {

  /** The identifier the provider issued, or {@code null} if it issued none. */
  @Nullable String id();

  /** The only tool that may take the call, or has taken it; {@code null} if any may. */
  @Nullable String tool();

  /** The span of the model call that asked for it, or {@code null} if not known. */
  @Nullable SpanContext requestedBy();

  /** The call as far as it is known here, or {@code null} if that is the id alone. */
  default @Nullable ToolCallRequest asRequested(String toolName) {
    SpanContext modelCall = requestedBy();
    return modelCall == null
        ? null
        : ToolCallRequest.of(id(), toolName, RequestOrigin.of(modelCall));
  }

  /** The call in the context, or {@code null}. */
  static @Nullable CurrentToolCall in(Context context) {
    return context.get(Key.KEY);
  }

  /** The context with this call in it. */
  default Context storeIn(Context context) {
    return context.with(Key.KEY, this);
  }

  /** The context without a call in it. */
  static Context none(Context context) {
    return Key.TAKEN.storeIn(context);
  }

  /** Keeps the key out of the interface. */
  final class Key {

    private static final ContextKey<CurrentToolCall> KEY = ContextKey.named("spanloom-tool-call");

    /** No tool takes it, and it has no id to be found by. */
    private static final CurrentToolCall TAKEN =
        new ToolCallMatch(null, "", ToolCallMatch.Rule.ORDER, null);

    private Key() {}
  }
}
