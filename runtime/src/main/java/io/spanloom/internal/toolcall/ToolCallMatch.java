package io.spanloom.internal.toolcall;

import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/**
 * A tool execution tied to the call that asked for it: the call is in this tool's hand, and not
 * meant for tools below it.
 *
 * @param id the identifier the provider issued, or {@code null} if it issued none
 * @param tool the tool's name
 * @param rule how the id was found
 * @param call the call as the model asked for it, or {@code null} if only its id is known
 */
public record ToolCallMatch(
    @Nullable String id, String tool, Rule rule, @Nullable ToolCallRequest call)
    implements CurrentToolCall {

  @Override
  public @Nullable SpanContext requestedBy() {
    return call == null || call.origin() == null ? null : call.origin().modelCall();
  }

  /** The rules by which an execution finds its call, strongest first. */
  public enum Rule {
    /** The program handed the id over. */
    EXPLICIT("explicit"),
    /** A pending call has the tool's name and equal arguments. */
    ARGUMENTS("arguments"),
    /** Arguments cannot be compared, and there is exactly one pending call of the tool's name. */
    NAME("name"),
    /** The oldest of several pending calls whose arguments cannot be compared. */
    ORDER("order");

    private final String value;

    Rule(String value) {
      this.value = value;
    }

    /** The value of {@code spanloom.tool_call.correlation}. */
    public String value() {
      return value;
    }
  }
}
