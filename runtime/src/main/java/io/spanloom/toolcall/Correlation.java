package io.spanloom.toolcall;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A tool execution tied to an id.
 *
 * @param id the identifier the provider issued
 * @param rule how the id was found
 * @param call the call as the model asked for it, or {@code null} if only its id is known
 */
public record Correlation(String id, Rule rule, @Nullable RequestedCall call) {

  /** The rules by which an execution finds its call, strongest first. */
  public enum Rule {
    /** The program handed the id over. */
    EXPLICIT,
    /** A pending call has the tool's name and equal arguments. */
    ARGUMENTS,
    /** There is exactly one pending call of the tool's name. */
    NAME,
    /** The oldest of several pending calls of the tool's name. */
    ORDER;

    /** The value of {@code spanloom.tool_call.correlation}. */
    public String value() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
