package io.spanloom.llm;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A response put together from the chunks it is streamed in.
 *
 * <p>A tool call counts as asked for once its arguments are complete: when {@link
 * #toolCallComplete} says so, when their JSON has ended and the chunks turn to another one or
 * generation stops, and at the end of the stream. Bounded: text beyond what can be recorded is
 * dropped, and so are arguments beyond {@link #MAX_ARGUMENTS} characters of one call or four times
 * as many of all, and calls beyond 1,024.
 */
public final class StreamedResponse implements LlmResponse {

  /** Longer arguments are not kept: neither to record nor to find the tool's execution by. */
  public static final int MAX_ARGUMENTS = 256 * 1024;

  /** One for each choice that a provider can be asked for. */
  private static final int MAX_FINISH_REASONS = 128;

  private final int maxText;
  private final StringBuilder text = new StringBuilder();
  private final StreamedToolCalls calls = new StreamedToolCalls();
  private final Map<Integer, String> finishReasons = new TreeMap<>();
  private @Nullable StreamedParts parts;
  private @Nullable String id;
  private @Nullable String model;
  private @Nullable String errorType;
  private @Nullable TokenUsage usage;
  private @Nullable String serviceTier;

  /**
   * An empty response.
   *
   * @param maxText how many characters of text are kept
   */
  public StreamedResponse(int maxText) {
    this.maxText = maxText;
  }

  /** The response's identifier; {@code null} or blank changes nothing. */
  public void id(@Nullable String responseId) {
    id = responseId == null || responseId.isBlank() ? id : responseId;
  }

  /** The model that answers; {@code null} or blank changes nothing. */
  public void model(@Nullable String responseModel) {
    model = responseModel == null || responseModel.isBlank() ? model : responseModel;
  }

  /** More text; {@code null} adds nothing. */
  public void text(@Nullable String delta) {
    if (delta != null) {
      synchronized (text) {
        text.append(delta, 0, Math.min(delta.length(), maxText - text.length()));
      }
    }
  }

  /** More of the model's refusal to answer, which is text as well; {@code null} adds nothing. */
  public void refusal(@Nullable String delta) {
    if (delta != null) {
      int from = text.length();
      text(delta);
      if (text.length() > from) {
        parts().refusal(from, text.length());
      }
    }
  }

  /** The text so far. Unlike the rest of the response it may be asked for from any thread. */
  public String text() {
    synchronized (text) {
      return text.toString();
    }
  }

  /** More of what the model thinks before it answers; {@code null} adds nothing. */
  public void reasoning(@Nullable String delta) {
    reasoning(null, delta, null);
  }

  /**
   * More of what the model thinks before it answers.
   *
   * @param partId tells one part of reasoning from the next; {@code null} goes on with the last
   * @param delta more text
   * @param signature the provider's signature of the reasoning so far
   */
  public void reasoning(
      @Nullable String partId, @Nullable String delta, @Nullable String signature) {
    if (delta != null || signature != null) {
      parts().reasoning(partId, delta, signature, text.length());
    }
  }

  /** What the model thought before all that it said, where that is known at the end alone. */
  public void precedingReasoning(@Nullable String thought, @Nullable String signature) {
    parts().addFirst(new LlmPart.Reasoning(thought, signature));
  }

  /** A part that is neither text nor a tool call and came in one piece. */
  public void part(LlmPart part) {
    parts().add(part, text.length());
  }

  private StreamedParts parts() {
    if (parts == null) {
      parts = new StreamedParts(maxText);
    }
    return parts;
  }

  /**
   * A part of a tool call. Parts of several calls may take turns.
   *
   * @param index tells the calls of one response apart; where the provider does not count them, a
   *     new id or a new name does
   * @param callId the identifier the provider issued, in the part that has it
   * @param name the tool's name, in the part that has it
   * @param arguments more of the arguments' JSON text
   */
  public void toolCall(
      int index, @Nullable String callId, @Nullable String name, @Nullable String arguments) {
    calls.add(index, callId, name, arguments);
  }

  /** A tool call that came in one piece. */
  public void toolCall(LlmToolCall call) {
    calls.add(call);
  }

  /** A tool call's arguments are complete. */
  public void toolCallComplete(int index) {
    calls.complete(index);
  }

  /** Why generation stopped; for providers that are asked for one choice. */
  public void finishReason(@Nullable String reason) {
    finishReason(0, reason);
  }

  /**
   * Why generation stopped. Servers repeat it, and some say {@code stop} too early or too late: of
   * several reasons the last counts that is another.
   *
   * @param choice tells the choices of one response apart
   * @param reason in the provider's words; {@code null} or blank means that it has not stopped
   */
  public void finishReason(int choice, @Nullable String reason) {
    if (reason == null || reason.isBlank()) {
      return;
    }
    boolean known = finishReasons.containsKey(choice);
    if (known ? !reason.equalsIgnoreCase("stop") : finishReasons.size() < MAX_FINISH_REASONS) {
      finishReasons.put(choice, reason);
    }
    calls.stopped(reason);
  }

  /** The provider's code of a failure that the stream tells of; {@code null} changes nothing. */
  public void errorType(@Nullable String code) {
    errorType = code == null ? errorType : code;
  }

  /** The tokens used so far; {@code null} changes nothing. */
  public void usage(@Nullable TokenUsage tokens) {
    usage = tokens == null ? usage : tokens;
  }

  /** The price class that the response states; {@code null} changes nothing. */
  public void serviceTier(@Nullable String tier) {
    serviceTier = tier == null ? serviceTier : tier;
  }

  /** The stream came to its end: so did all tool calls. */
  public void completeAll() {
    calls.completeAll();
  }

  /** The tool calls that became complete since this was last asked. */
  public List<LlmToolCall> takeToolCalls() {
    return calls.take();
  }

  @Override
  public @Nullable String id() {
    return id;
  }

  @Override
  public @Nullable String model() {
    return model;
  }

  @Override
  public List<String> finishReasons() {
    return List.copyOf(finishReasons.values());
  }

  @Override
  public @Nullable String errorType() {
    return errorType;
  }

  @Override
  public @Nullable TokenUsage usage() {
    return usage;
  }

  @Override
  public @Nullable String serviceTier() {
    return serviceTier;
  }

  @Override
  public List<LlmMessage> messages() {
    String said = text();
    List<LlmToolCall> complete = calls.inOrder();
    if (parts != null) {
      return List.of(LlmMessage.inParts("assistant", parts.with(said), complete, ""));
    }
    return said.isEmpty() && complete.isEmpty()
        ? List.of()
        : List.of(new LlmMessage("assistant", said.isEmpty() ? null : said, complete, null));
  }
}
