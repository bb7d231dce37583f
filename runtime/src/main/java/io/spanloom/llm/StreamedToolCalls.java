package io.spanloom.llm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tool calls of one response, put together from their parts.
 *
 * <p>Parts of several calls may take turns. Their index tells them apart, as far as the provider
 * counts: some give all calls the index 0, so a new id or a new name is a new call as well.
 */
final class StreamedToolCalls {

  private static final int MAX_ALL_ARGUMENTS = 4 * StreamedResponse.MAX_ARGUMENTS;

  /** As many as a session remembers. */
  private static final int MAX_CALLS = 1024;

  /** In the order of their first parts. */
  private final List<PartialCall> calls = new ArrayList<>();

  private final Map<Integer, PartialCall> latestByIndex = new HashMap<>();
  private final List<LlmToolCall> complete = new ArrayList<>();
  private int taken;
  private int allArguments;
  private @Nullable PartialCall latest;

  /** A part of a call; see {@link StreamedResponse#toolCall(int, String, String, String)}. */
  void add(
      int index, @Nullable String callId, @Nullable String toolName, @Nullable String arguments) {
    String id = blankToNull(callId);
    String name = blankToNull(toolName);
    PartialCall call = latestByIndex.get(index);
    if (call == null || call.isOther(id, name, arguments)) {
      call = begin(index);
    }
    if (latest != null && latest != call && latest.end.isReached()) {
      complete(latest);
    }
    latest = call;
    if (call != null) {
      call.add(id, name, arguments);
    }
  }

  private @Nullable PartialCall begin(int index) {
    PartialCall former = latestByIndex.remove(index);
    if (former != null) {
      complete(former);
    }
    return remember(index);
  }

  private @Nullable PartialCall remember(int index) {
    if (calls.size() >= MAX_CALLS) {
      return null;
    }
    PartialCall call = new PartialCall();
    calls.add(call);
    latestByIndex.put(index, call);
    return call;
  }

  /** A call in one piece. */
  void add(LlmToolCall call) {
    if (calls.size() < MAX_CALLS) {
      PartialCall whole = new PartialCall();
      whole.complete = call;
      calls.add(whole);
      complete.add(call);
    }
  }

  /** The arguments of a call have come to their end. */
  void complete(int index) {
    PartialCall call = latestByIndex.get(index);
    if (call != null) {
      complete(call);
    }
  }

  /** Generation stopped; some servers say {@code stop} after each part. */
  void stopped(String reason) {
    for (PartialCall call : calls) {
      if (call.end.isReached() || (call.hasNoArguments() && !reason.equalsIgnoreCase("stop"))) {
        complete(call);
      }
    }
  }

  /** All calls have come to their end. */
  void completeAll() {
    calls.forEach(this::complete);
  }

  private void complete(PartialCall call) {
    String name = call.name;
    if (call.complete == null && name != null) {
      call.complete = new LlmToolCall(call.id, name, call.arguments());
      complete.add(call.complete);
    }
  }

  /** The calls that became complete since this was last asked. */
  List<LlmToolCall> take() {
    List<LlmToolCall> fresh = List.copyOf(complete.subList(taken, complete.size()));
    taken = complete.size();
    return fresh;
  }

  /** The calls that are complete, in the order of their first parts. */
  List<LlmToolCall> inOrder() {
    List<LlmToolCall> ordered = new ArrayList<>(complete.size());
    for (PartialCall call : calls) {
      if (call.complete != null) {
        ordered.add(call.complete);
      }
    }
    return ordered;
  }

  static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private final class PartialCall {

    private final StringBuilder arguments = new StringBuilder(0);
    private final JsonEnd end = new JsonEnd();
    private @Nullable String id;
    private @Nullable String name;
    private boolean tooLong;
    private @Nullable LlmToolCall complete;

    /** Whether a part with the same index is of another call. */
    boolean isOther(@Nullable String otherId, @Nullable String otherName, @Nullable String delta) {
      if (isOther(id, otherId) || isOther(name, otherName)) {
        return true;
      }
      boolean begins = delta != null && delta.stripLeading().startsWith("{");
      return otherName != null && name != null && end.isReached() && begins;
    }

    private boolean isOther(@Nullable String known, @Nullable String other) {
      return known != null && other != null && !known.equals(other);
    }

    void add(@Nullable String callId, @Nullable String toolName, @Nullable String delta) {
      id = id == null ? callId : id;
      name = name == null ? toolName : name;
      if (delta != null && !end.isReached()) {
        tooLong |= arguments.length() + delta.length() > StreamedResponse.MAX_ARGUMENTS;
        tooLong |= allArguments + delta.length() > MAX_ALL_ARGUMENTS;
        arguments.append(tooLong ? "" : delta);
        allArguments += tooLong ? 0 : delta.length();
        end.add(delta);
      }
    }

    boolean hasNoArguments() {
      return arguments.isEmpty() && !tooLong;
    }

    /**
     * A call without arguments is one with none; which they are is unknown if they are too long.
     */
    @Nullable String arguments() {
      if (tooLong) {
        return null;
      }
      String text = arguments.toString();
      return text.isBlank() ? "{}" : text;
    }
  }
}
