package io.spanloom.advice;

import io.opentelemetry.context.Context;
import io.spanloom.convention.Fact;
import io.spanloom.convention.SpanRole;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.toolcall.Arguments;
import io.spanloom.toolcall.CallInHand;
import io.spanloom.toolcall.Correlation;
import io.spanloom.toolcall.Correlation.Rule;
import io.spanloom.toolcall.OfferedCall;
import io.spanloom.toolcall.RequestedCall;
import org.jspecify.annotations.Nullable;

/**
 * Finds the provider's id of a tool call: handed over, or pending in the session; never made up.
 */
public final class ToolCallIds {

  private ToolCallIds() {}

  /** A context in which the next tool executes the call with that id. */
  public static Context scope(Context context, String id) {
    return OfferedCall.of(id).storeIn(context);
  }

  static @Nullable Correlation correlate(
      Frame frame, Context lexical, @Nullable Ancestry ancestry) {
    if (frame.spec().role() != SpanRole.TOOL) {
      return null;
    }
    CallInHand inHand = CallInHand.in(lexical);
    if (frame.toolCallId() != null) {
      return explicit(frame.toolCallId(), inHand, toolName(frame), ancestry);
    }
    if (inHand instanceof OfferedCall offered && offered.isFor(toolName(frame))) {
      return explicit(offered.id(), offered, toolName(frame), ancestry);
    }
    return ancestry == null
        ? null
        : ancestry.calls().claim(toolName(frame), ancestry.run(), arguments(frame));
  }

  /**
   * Lets go of the calls whose results a model's request carries: no tool will execute them any
   * more. Messages are read only while calls wait.
   */
  static void answered(Frame modelCall, @Nullable Ancestry ancestry) {
    LlmRequest request = modelCall.request();
    if (ancestry == null || request == null || !ancestry.calls().isWaiting()) {
      return;
    }
    try {
      for (LlmMessage message : request.messages()) {
        if (message.toolCallId() != null) {
          ancestry.calls().answered(message.toolCallId());
        }
      }
    } catch (Throwable unreadable) {
      modelCall.captureFailed(unreadable);
    }
  }

  /**
   * The context below a tool: a call in hand was meant for the tool alone. Where nothing is
   * recorded and none was in hand, there is nothing to tell.
   */
  static Context below(Context context, Frame frame, @Nullable Correlation correlation) {
    return correlation == null || (!frame.isRecording() && CallInHand.in(context) == null)
        ? context
        : correlation.storeIn(context);
  }

  /** The call of that id, as its session knows it, else as the message told that brought it. */
  private static Correlation explicit(
      String id, @Nullable CallInHand inHand, String toolName, @Nullable Ancestry ancestry) {
    RequestedCall known = ancestry == null ? null : ancestry.calls().claim(id);
    RequestedCall call =
        known == null && inHand != null && id.equals(inHand.id())
            ? inHand.asRequested(toolName)
            : known;
    return new Correlation(id, toolName, Rule.EXPLICIT, call);
  }

  private static Arguments arguments(Frame frame) {
    KeyedValues<String> arguments = frame.captures().arguments();
    return new Arguments(arguments.keys(), arguments.values(), frame.objects());
  }

  private static String toolName(Frame frame) {
    String dynamic = frame.captures().text(Fact.TOOL_NAME);
    return dynamic != null ? dynamic : frame.spec().identity().name();
  }
}
