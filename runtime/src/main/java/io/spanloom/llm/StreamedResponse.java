package io.spanloom.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A response put together from the chunks it is streamed in.
 *
 * <p>A tool call counts as asked for once its arguments are complete: when {@link
 * #toolCallComplete} says so, when the chunks turn to another one, or when generation stops.
 * Bounded: text beyond what can be recorded is dropped, and so are arguments beyond {@link
 * #MAX_ARGUMENTS} characters of one call or {@value #MAX_ALL_ARGUMENTS} of all, and calls beyond
 * {@value #MAX_CALLS}.
 */
public final class StreamedResponse implements LlmResponse {

  /** Longer arguments are not kept: neither to record nor to find the tool's execution by. */
  public static final int MAX_ARGUMENTS = 256 * 1024;

  private static final int MAX_ALL_ARGUMENTS = 4 * MAX_ARGUMENTS;

  /** As many as a session remembers. */
  private static final int MAX_CALLS = 1024;

  /** One for each choice that a provider can be asked for. */
  private static final int MAX_FINISH_REASONS = 128;

  private final int maxText;
  private final StringBuilder text = new StringBuilder();
  private final Map<Integer, PartialCall> calls = new TreeMap<>();
  private final List<LlmToolCall> complete = new ArrayList<>();
  private final List<String> finishReasons = new ArrayList<>(1);
  private @Nullable StreamedParts parts;
  private int taken;
  private int allArguments;
  private @Nullable PartialCall latest;
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

  /** The response's identifier; {@code null} changes nothing. */
  public void id(@Nullable String responseId) {
    id = responseId == null ? id : responseId;
  }

  /** The model that answers; {@code null} changes nothing. */
  public void model(@Nullable String responseModel) {
    model = responseModel == null ? model : responseModel;
  }

  /** More text; {@code null} adds nothing. */
  public void text(@Nullable String delta) {
    if (delta != null) {
      synchronized (text) {
        text.append(delta, 0, Math.min(delta.length(), maxText - text.length()));
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
   * A part of a tool call.
   *
   * @param index tells the calls of one response apart
   * @param callId the identifier the provider issued, in the part that has it
   * @param name the tool's name, in the part that has it
   * @param arguments more of the arguments' JSON text
   */
  public void toolCall(
      int index, @Nullable String callId, @Nullable String name, @Nullable String arguments) {
    PartialCall call = call(index);
    if (latest != null && latest != call) {
      complete(latest);
    }
    latest = call;
    if (call != null) {
      call.add(callId, name, arguments);
    }
  }

  private @Nullable PartialCall call(int index) {
    PartialCall known = calls.get(index);
    if (known != null || calls.size() >= MAX_CALLS) {
      return known;
    }
    PartialCall fresh = new PartialCall();
    calls.put(index, fresh);
    return fresh;
  }

  /** A tool call that came in one piece. */
  public void toolCall(LlmToolCall call) {
    if (complete.size() < MAX_CALLS) {
      complete.add(call);
    }
  }

  /** A tool call's arguments are complete. */
  public void toolCallComplete(int index) {
    PartialCall call = calls.get(index);
    if (call != null) {
      complete(call);
    }
  }

  /** Why generation stopped, in the provider's words; {@code null} means that it has not. */
  public void finishReason(@Nullable String reason) {
    if (reason != null) {
      if (finishReasons.size() < MAX_FINISH_REASONS) {
        finishReasons.add(reason);
      }
      completeAll();
    }
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
    calls.values().forEach(this::complete);
  }

  /** The tool calls that became complete since this was last asked. */
  public List<LlmToolCall> takeToolCalls() {
    List<LlmToolCall> fresh = List.copyOf(complete.subList(taken, complete.size()));
    taken = complete.size();
    return fresh;
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
    return List.copyOf(finishReasons);
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
    if (parts != null) {
      return List.of(LlmMessage.inParts("assistant", parts.with(said), complete, ""));
    }
    return said.isEmpty() && complete.isEmpty()
        ? List.of()
        : List.of(new LlmMessage("assistant", said.isEmpty() ? null : said, complete, null));
  }

  private void complete(PartialCall call) {
    if (!call.complete && call.name != null) {
      call.complete = true;
      toolCall(new LlmToolCall(call.id, call.name, call.arguments()));
    }
  }

  private final class PartialCall {

    private final StringBuilder arguments = new StringBuilder();
    private @Nullable String id;
    private @Nullable String name;
    private boolean tooLong;
    private boolean complete;

    void add(@Nullable String callId, @Nullable String toolName, @Nullable String delta) {
      id = id == null ? callId : id;
      name = name == null ? toolName : name;
      if (delta != null) {
        tooLong |= arguments.length() + delta.length() > MAX_ARGUMENTS;
        tooLong |= allArguments + delta.length() > MAX_ALL_ARGUMENTS;
        arguments.append(tooLong ? "" : delta);
        allArguments += tooLong ? 0 : delta.length();
      }
    }

    @Nullable String arguments() {
      return tooLong || arguments.isEmpty() ? null : arguments.toString();
    }
  }
}
