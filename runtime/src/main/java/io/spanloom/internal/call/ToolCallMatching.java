package io.spanloom.internal.call;

import io.opentelemetry.context.Context;
import io.spanloom.internal.capture.KeyedValues;
import io.spanloom.internal.convention.SpanProperty;
import io.spanloom.internal.session.EnclosingSpans;
import io.spanloom.internal.toolcall.Arguments;
import io.spanloom.internal.toolcall.CurrentToolCall;
import io.spanloom.internal.toolcall.ScopedToolCall;
import io.spanloom.internal.toolcall.ToolCallMatch;
import io.spanloom.internal.toolcall.ToolCallMatch.Rule;
import io.spanloom.internal.toolcall.ToolCallRequest;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import org.jspecify.annotations.Nullable;

/**
 * Finds the provider's id of a tool call: handed over, or pending in the session; never made up.
 */
public final class ToolCallMatching {

  private ToolCallMatching() {}

  /** A context in which the next tool executes the call with that id. */
  public static Context scope(Context context, String id) {
    return ScopedToolCall.of(id).storeIn(context);
  }

  public static @Nullable ToolCallMatch correlate(
      Call call, Context lexical, @Nullable EnclosingSpans enclosingSpans) {
    CurrentToolCall inHand = CurrentToolCall.in(lexical);
    if (call.captures().toolCallId() != null) {
      return explicit(call.captures().toolCallId(), inHand, toolName(call), enclosingSpans);
    }
    if (inHand instanceof ScopedToolCall offered && offered.isFor(toolName(call))) {
      return explicit(offered.id(), offered, toolName(call), enclosingSpans);
    }
    return enclosingSpans == null
        ? null
        : enclosingSpans.calls().claim(toolName(call), enclosingSpans.run(), arguments(call));
  }

  /**
   * Lets go of the calls whose results a model's request carries: no tool will execute them any
   * more. Messages are read only while calls wait.
   */
  public static void answered(Call modelCall, @Nullable EnclosingSpans enclosing) {
    LlmRequest request = modelCall.request();
    if (enclosing == null || request == null || !enclosing.calls().isWaiting()) {
      return;
    }
    try {
      for (LlmMessage message : request.messages()) {
        if (message.toolCallId() != null) {
          enclosing.calls().answered(message.toolCallId());
        }
      }
    } catch (Throwable unreadable) {
      modelCall.tracingFailed(unreadable);
    }
  }

  /**
   * The context below a tool: a call in hand was meant for the tool alone. Where nothing is
   * recorded and none was in hand, there is nothing to tell.
   */
  public static Context below(Context context, Call call, @Nullable ToolCallMatch correlation) {
    return correlation == null || (!call.isRecording() && CurrentToolCall.in(context) == null)
        ? context
        : correlation.storeIn(context);
  }

  /** The call of that id, as its session knows it, else as the message told that brought it. */
  private static ToolCallMatch explicit(
      String id,
      @Nullable CurrentToolCall inHand,
      String toolName,
      @Nullable EnclosingSpans enclosingSpans) {
    ToolCallRequest known = enclosingSpans == null ? null : enclosingSpans.calls().claim(id);
    ToolCallRequest call =
        known == null && inHand != null && id.equals(inHand.id())
            ? inHand.asRequested(toolName)
            : known;
    return new ToolCallMatch(id, toolName, Rule.EXPLICIT, call);
  }

  private static Arguments arguments(Call call) {
    KeyedValues<String> arguments = call.captures().arguments();
    return new Arguments(arguments.keys(), arguments.values(), call.objects());
  }

  private static String toolName(Call call) {
    String dynamic = call.captures().text(SpanProperty.TOOL_NAME);
    return dynamic != null ? dynamic : call.spec().identity().name();
  }
}
