package io.spanloom.internal.toolcall;

import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/**
 * A tool call for the next tool to take.
 *
 * @param id the identifier the provider issued
 * @param tool the only tool that may take the call, or {@code null} if any may
 * @param requestedBy the span of the model call that asked for it, or {@code null} if not known
 */
public record ScopedToolCall(String id, @Nullable String tool, @Nullable SpanContext requestedBy)
    implements CurrentToolCall {

  /** A call for the next tool, whatever its name. */
  public static ScopedToolCall of(String id) {
    return new ScopedToolCall(id, null, null);
  }

  /** Whether a tool of that name takes the call. */
  public boolean isFor(String toolName) {
    return tool == null || tool.equals(toolName);
  }
}
