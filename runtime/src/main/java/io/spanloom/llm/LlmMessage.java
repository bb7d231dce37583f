package io.spanloom.llm;

import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * One message of a conversation with a model.
 *
 * @param role who speaks: {@code system}, {@code user}, {@code assistant}, {@code tool} …
 * @param text what is said; content
 * @param toolCalls the tool calls an assistant's message asks for
 * @param toolCallId for role {@code tool}: the call this message answers
 * @param parts all that is said, in its order, where it is more than a text: images, reasoning …
 *     Empty where {@code text} is all.
 */
public record LlmMessage(
    String role,
    @Nullable String text,
    List<LlmToolCall> toolCalls,
    @Nullable String toolCallId,
    List<LlmPart> parts) {

  public LlmMessage {
    toolCalls = List.copyOf(toolCalls);
    parts = List.copyOf(parts);
  }

  /** A message that says no more than a text. */
  public LlmMessage(
      String role,
      @Nullable String text,
      List<LlmToolCall> toolCalls,
      @Nullable String toolCallId) {
    this(role, text, toolCalls, toolCallId, List.of());
  }

  /** A message that only says something. */
  public static LlmMessage of(String role, @Nullable String text) {
    return new LlmMessage(role, text, List.of(), null);
  }

  /** A message in parts; texts that are all of it are joined by line breaks. */
  public static LlmMessage inParts(String role, List<? extends LlmPart> parts) {
    return inParts(role, parts, List.of(), "\n");
  }

  /**
   * A message in parts.
   *
   * @param between what joins the texts
   */
  public static LlmMessage inParts(
      String role, List<? extends LlmPart> parts, List<LlmToolCall> toolCalls, String between) {
    return inParts(role, parts, toolCalls, null, between);
  }

  /** The result of a tool call, handed back to the model; some providers' calls have no id. */
  public static LlmMessage toolResult(@Nullable String toolCallId, @Nullable String text) {
    return new LlmMessage("tool", text, List.of(), toolCallId);
  }

  /** The result of a tool call in parts, such as an image. */
  public static LlmMessage toolResultInParts(
      @Nullable String toolCallId, List<? extends LlmPart> parts) {
    return inParts("tool", parts, List.of(), toolCallId, "\n");
  }

  private static LlmMessage inParts(
      String role,
      List<? extends LlmPart> parts,
      List<LlmToolCall> toolCalls,
      @Nullable String toolCallId,
      String between) {
    StringJoiner text = new StringJoiner(between);
    boolean plain = true;
    boolean hasText = false;
    for (LlmPart part : parts) {
      String more = textOf(part);
      plain &= part instanceof LlmPart.Text plainText && plainText.signature() == null;
      if (more != null) {
        hasText = true;
        text.add(more);
      }
    }
    return new LlmMessage(
        role,
        hasText ? text.toString() : null,
        toolCalls,
        toolCallId,
        plain ? List.of() : List.copyOf(parts));
  }

  private static @Nullable String textOf(LlmPart part) {
    if (part instanceof LlmPart.Text plainText) {
      return plainText.text();
    }
    return part instanceof LlmPart.Refusal refusal ? refusal.text() : null;
  }
}
