package io.spanloom;

import io.opentelemetry.context.Scope;
import io.spanloom.internal.call.AnnouncedToolCalls;
import io.spanloom.internal.call.RunningContext;
import io.spanloom.internal.call.ToolCallMatching;
import org.jspecify.annotations.Nullable;

/** Ties tool calls to model responses where neither annotation nor adapter can. */
public final class ToolCalls {

  private ToolCalls() {}

  /**
   * Tells of a tool call that a model's response asks for; for hand-written model clients that no
   * adapter understands.
   *
   * <p>Inside a method annotated with {@code @LlmCall} the call becomes part of that span's
   * response. Without an id or a name there is nothing to tie, and nothing happens.
   *
   * @param id the identifier the provider issued
   * @param name the tool's name
   * @param argumentsJson the arguments as JSON text, or {@code null}
   */
  public static void announce(
      @Nullable String id, @Nullable String name, @Nullable String argumentsJson) {
    if (id != null && !id.isBlank() && name != null) {
      AnnouncedToolCalls.announce(id, name, argumentsJson);
    }
  }

  /**
   * The provider's id of the call that is executed here, or {@code null}: in a {@link #scope}, or
   * the context of a message, the call for the next tool; in a tool, its own.
   *
   * @param tool the tool's name: a call that is known to be another tool's is none of its
   */
  public static @Nullable String currentId(@Nullable String tool) {
    return tool == null ? null : ToolCallMatching.currentId(RunningContext.current(), tool);
  }

  /**
   * Executes the call with that id: a tool that starts on this thread (or one the context is
   * carried to) before the scope is closed takes it. {@code null} or blank changes nothing.
   */
  @SuppressWarnings("MustBeClosedChecker") // the caller closes it
  public static Scope scope(@Nullable String id) {
    return id == null || id.isBlank()
        ? Scope.noop()
        : ToolCallMatching.scope(RunningContext.current(), id).makeCurrent();
  }
}
