package io.spanloom.internal.call;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.spanloom.internal.capture.KeyedValues;
import io.spanloom.internal.convention.SpanProperty;
import io.spanloom.internal.session.EnclosingSpans;
import io.spanloom.internal.toolcall.Arguments;
import io.spanloom.internal.toolcall.CurrentToolCall;
import io.spanloom.internal.toolcall.PendingCalls;
import io.spanloom.internal.toolcall.RequestOrigin;
import io.spanloom.internal.toolcall.ScopedToolCall;
import io.spanloom.internal.toolcall.ToolCallMatch;
import io.spanloom.internal.toolcall.ToolCallMatch.Rule;
import io.spanloom.internal.toolcall.ToolCallRequest;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmRequest;
import io.spanloom.llm.LlmToolCall;
import java.util.List;
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

  /** The id of the call in the context, if a tool of that name takes it or has taken it. */
  public static @Nullable String currentId(Context context, String tool) {
    CurrentToolCall call = CurrentToolCall.in(context);
    return call != null && (call.tool() == null || call.tool().equals(tool)) ? call.id() : null;
  }

  public static @Nullable ToolCallMatch correlate(
      Call call, Context lexical, @Nullable EnclosingSpans enclosingSpans) {
    CurrentToolCall inHand = CurrentToolCall.in(lexical);
    PendingCalls calls = find(call, lexical, enclosingSpans);
    String run = enclosingSpans == null ? null : enclosingSpans.run();
    if (call.captures().toolCallId() != null) {
      return explicit(call.captures().toolCallId(), inHand, toolName(call), calls, run);
    }
    if (inHand instanceof ScopedToolCall offered && offered.isFor(toolName(call))) {
      return explicit(offered.id(), offered, toolName(call), calls, run);
    }
    return calls == null || !calls.isPending()
        ? null
        : calls.claim(toolName(call), run, arguments(call));
  }

  /** The pending calls of a place; {@code null} if there are none. */
  private static @Nullable PendingCalls find(
      Call call, Context lexical, @Nullable EnclosingSpans enclosing) {
    return enclosing != null && remembers(enclosing, lexical)
        ? enclosing.calls()
        : call.tracing().sessions().unenclosed().find(lexical);
  }

  /** Whether a session, a run or a context remembers what is asked for; if not, the trace does. */
  private static boolean remembers(EnclosingSpans enclosing, Context context) {
    return enclosing.run() != null
        || enclosing.session().sessionId() != null
        || (enclosing.endedRun() == null && !Span.fromContext(context).getSpanContext().isValid());
  }

  /** Remembers the tool calls of a model's response. */
  public static void announce(Call modelCall, List<LlmToolCall> toolCalls) {
    announce(
        modelCall.tracing(),
        modelCall.contexts().caller(),
        modelCall.enclosingSpans(),
        modelCall.span().getSpanContext(),
        toolCalls);
  }

  /** Remembers tool calls that a model call in the context has asked for. */
  static void announce(
      Tracing tracing,
      Context context,
      @Nullable EnclosingSpans enclosing,
      SpanContext modelCall,
      List<LlmToolCall> toolCalls) {
    PendingCalls calls =
        enclosing != null && remembers(enclosing, context)
            ? enclosing.calls()
            : tracing.sessions().unenclosed().of(context, modelCall);
    RequestOrigin origin =
        enclosing == null ? RequestOrigin.of(modelCall) : enclosing.origin(modelCall);
    for (LlmToolCall each : toolCalls) {
      calls.announce(new ToolCallRequest(each.id(), each.name(), each.arguments(), origin));
    }
  }

  /**
   * Lets go of the calls whose results a model's request carries: no tool will execute them any
   * more. Messages are read only while calls wait.
   */
  public static void answered(Call modelCall, @Nullable EnclosingSpans enclosing) {
    Context caller = modelCall.contexts().caller();
    PendingCalls calls = find(modelCall, caller, enclosing);
    LlmRequest request = modelCall.request();
    if (enclosing == null) {
      modelCall.tracing().sessions().unenclosed().asksAgain(caller);
    }
    if (calls == null || request == null || !calls.isPending()) {
      return;
    }
    String run = enclosing == null ? null : enclosing.run();
    try {
      for (LlmMessage message : request.messages()) {
        if (message.role().equals("tool") || message.toolCallId() != null) {
          calls.answered(message.toolCallId(), run);
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
      @Nullable PendingCalls calls,
      @Nullable String run) {
    ToolCallRequest known = calls == null ? null : calls.claim(id, run);
    ToolCallRequest call =
        known == null && inHand != null && id.equals(inHand.id())
            ? inHand.asRequested(toolName)
            : known;
    return new ToolCallMatch(id, toolName, Rule.EXPLICIT, call);
  }

  private static Arguments arguments(Call call) {
    String json = call.captures().attributes().toolArguments();
    if (json != null) {
      return Arguments.ofJson(json);
    }
    KeyedValues<String> arguments = call.captures().arguments();
    KeyedValues<String> secret = call.captures().secretArguments();
    if (secret.size() > 0) {
      KeyedValues<String> all = new KeyedValues<>();
      all.addAll(arguments);
      all.addAll(secret);
      arguments = all;
    }
    return call.captures().argumentsAreJson()
        ? Arguments.ofJson(arguments.keys(), arguments.values(), call.objects())
        : Arguments.of(arguments.keys(), arguments.values(), call.objects());
  }

  private static String toolName(Call call) {
    String dynamic = call.captures().text(SpanProperty.TOOL_NAME);
    return dynamic != null ? dynamic : call.spec().identity().name();
  }
}
