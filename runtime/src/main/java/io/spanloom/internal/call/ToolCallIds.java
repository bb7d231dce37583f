package io.spanloom.internal.call;

import io.opentelemetry.context.Context;
import io.spanloom.internal.capture.KeyedValues;
import io.spanloom.internal.convention.Fact;
import io.spanloom.internal.session.Ancestry;
import io.spanloom.internal.toolcall.Arguments;
import io.spanloom.internal.toolcall.CallInHand;
import io.spanloom.internal.toolcall.Correlation;
import io.spanloom.internal.toolcall.Correlation.Rule;
import io.spanloom.internal.toolcall.OfferedCall;
import io.spanloom.internal.toolcall.RequestedCall;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
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

  public static @Nullable Correlation correlate(
      Call call, Context lexical, @Nullable Ancestry ancestry) {
    CallInHand inHand = CallInHand.in(lexical);
    if (call.toolCallId() != null) {
      return explicit(call.toolCallId(), inHand, toolName(call), ancestry);
    }
    if (inHand instanceof OfferedCall offered && offered.isFor(toolName(call))) {
      return explicit(offered.id(), offered, toolName(call), ancestry);
    }
    return ancestry == null
        ? null
        : ancestry.calls().claim(toolName(call), ancestry.run(), arguments(call));
  }

  /**
   * Lets go of the calls whose results a model's request carries: no tool will execute them any
   * more. Messages are read only while calls wait.
   */
  public static void answered(Call modelCall, @Nullable Ancestry enclosing) {
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
  public static Context below(Context context, Call call, @Nullable Correlation correlation) {
    return correlation == null || (!call.isRecording() && CallInHand.in(context) == null)
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

  private static Arguments arguments(Call call) {
    KeyedValues<String> arguments = call.captures().arguments();
    return new Arguments(arguments.keys(), arguments.values(), call.objects());
  }

  private static String toolName(Call call) {
    String dynamic = call.captures().text(Fact.TOOL_NAME);
    return dynamic != null ? dynamic : call.spec().identity().name();
  }
}
