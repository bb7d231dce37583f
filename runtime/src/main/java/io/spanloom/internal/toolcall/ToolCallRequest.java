package io.spanloom.internal.toolcall;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A tool call that a model response asked for.
 *
 * @param id the identifier the provider issued, or {@code null} if it issued none
 * @param name the tool's name
 * @param arguments what is kept of the arguments, or {@code null} if they are not known
 * @param origin where it was asked for, or {@code null} when announced outside any span
 */
public record ToolCallRequest(
    @Nullable String id,
    String name,
    @Nullable AnnouncedArguments arguments,
    @Nullable RequestOrigin origin) {

  /** An object with its header and references, and what a map and a list need to find it. */
  private static final int OVERHEAD = 400;

  /**
   * A call as a model response has it.
   *
   * @param json the arguments as JSON text; {@code null} if they are not known
   */
  public ToolCallRequest(
      @Nullable String id, String name, @Nullable String json, @Nullable RequestOrigin origin) {
    this(id, name, AnnouncedArguments.of(json), origin);
  }

  /** A call of which no arguments are known. */
  public static ToolCallRequest of(
      @Nullable String id, String name, @Nullable RequestOrigin origin) {
    return new ToolCallRequest(id, name, (AnnouncedArguments) null, origin);
  }

  /** The call without its arguments, once nobody compares them any more. */
  ToolCallRequest withoutArguments() {
    return of(id, name, origin);
  }

  /** Whether another call of the same id is this one, as far as either says its arguments. */
  boolean isAnnouncedAgainBy(ToolCallRequest other) {
    return name.equals(other.name)
        && Objects.equals(run(), other.run())
        && (arguments == null || other.arguments == null || arguments.isSame(other.arguments));
  }

  /** Whether the same model call asked for both. */
  boolean isOfSameResponse(ToolCallRequest other) {
    return Objects.equals(response(), other.response());
  }

  private @Nullable String response() {
    return origin == null ? null : origin.modelCall().getSpanId();
  }

  /** Whether the run asked for the call; {@code null} for code outside any. */
  boolean isOf(@Nullable String run) {
    return Objects.equals(run, run());
  }

  private @Nullable String run() {
    return origin == null ? null : origin.run();
  }

  /** About how many bytes it takes to remember the call. */
  public int size() {
    int text = name.length() + (id == null ? 0 : id.length());
    int digests = arguments == null ? 0 : arguments.size();
    int above = origin == null ? 0 : Long.BYTES * origin.above().size();
    return OVERHEAD + 2 * text + digests + above;
  }
}
