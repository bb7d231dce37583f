package io.spanloom.toolcall;

import org.jspecify.annotations.Nullable;

/**
 * A tool call that a model response asked for.
 *
 * @param id the identifier the provider issued, or {@code null} if it issued none
 * @param name the tool's name
 * @param arguments the arguments as JSON text, or {@code null}
 * @param origin where it was asked for, or {@code null} when announced outside any span
 */
public record RequestedCall(
    @Nullable String id, String name, @Nullable String arguments, @Nullable Origin origin) {

  /** Whether another call of the same id is this one, as far as either tells its arguments. */
  boolean isToldAgainBy(RequestedCall other) {
    return name.equals(other.name)
        && (arguments == null
            || other.arguments == null
            || withoutSpace(arguments).equals(withoutSpace(other.arguments)));
  }

  private static String withoutSpace(String json) {
    return json.replaceAll("\\s+", "");
  }
}
