package io.spanloom.llm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of a conversation with a model.
 *
 * @param role who speaks: {@code system}, {@code user}, {@code assistant}, {@code tool} …
 * @param text what is said; content
 * @param toolCalls the tool calls an assistant's message asks for
 * @param toolCallId for role {@code tool}: the call this message answers
 */
public record LlmMessage(
    String role, @Nullable String text, List<LlmToolCall> toolCalls, @Nullable String toolCallId) {

  public LlmMessage {
    toolCalls = List.copyOf(toolCalls);
  }

  /** A message that only says something. */
  public static LlmMessage of(String role, @Nullable String text) {
    return new LlmMessage(role, text, List.of(), null);
  }

  /** The result of a tool call, handed back to the model; some providers' calls have no id. */
  public static LlmMessage toolResult(@Nullable String toolCallId, @Nullable String text) {
    return new LlmMessage("tool", text, List.of(), toolCallId);
  }
}
