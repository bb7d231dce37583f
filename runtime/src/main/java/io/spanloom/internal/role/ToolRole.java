package io.spanloom.internal.role;

import static io.opentelemetry.api.common.AttributeKey.longKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.spanloom.internal.call.Call;
import io.spanloom.internal.call.CallPlan;
import io.spanloom.internal.call.CallRole;
import io.spanloom.internal.call.CallSpec;
import io.spanloom.internal.call.ContentWriter;
import io.spanloom.internal.call.Inputs;
import io.spanloom.internal.call.Outputs;
import io.spanloom.internal.call.SpanWriter;
import io.spanloom.internal.call.ToolCallMatching;
import io.spanloom.internal.capture.Captures;
import io.spanloom.internal.capture.KeyedValues;
import io.spanloom.internal.convention.Captured;
import io.spanloom.internal.convention.SpanProperty;
import io.spanloom.internal.convention.SpanRole;
import io.spanloom.internal.session.AutoSteps;
import io.spanloom.internal.session.EnclosingSpans;
import io.spanloom.internal.toolcall.RequestOrigin;
import io.spanloom.internal.toolcall.ToolCallMatch;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tools: each call answers a request of a model. */
final class ToolRole extends CallRole {

  private static final AttributeKey<Long> OUTPUT_LENGTH = longKey("spanloom.output.length");

  ToolRole() {
    super(SpanRole.TOOL);
  }

  @Override
  public void plan(CallPlan.Builder plan) {
    plan.contentAtStart(call -> ContentWriter.each(call, ToolRole::input))
        .resultAtEnd(ToolRole::size)
        .contentAtEnd(Outputs::record)
        .accountAtEnd(ToolRole::count);
  }

  @Override
  public boolean namesAgent(CallSpec spec) {
    return true;
  }

  @Override
  public boolean matchesArguments() {
    return true;
  }

  @Override
  public @Nullable ToolCallMatch match(
      Call call, Context caller, @Nullable EnclosingSpans enclosing) {
    if (call.contexts().isJoined()) {
      return null; // the framework's span has it
    }
    ToolCallMatch match = ToolCallMatching.correlate(call, caller, enclosing);
    AutoSteps.Step step = step(match, enclosing);
    if (match != null && step != null) {
      step.toolStarted(match.id(), match.tool());
      call.setRoleState(step);
    }
    return match;
  }

  /** The step whose model call asked for the tool, and that is to last as long as the tool. */
  private static AutoSteps.@Nullable Step step(
      @Nullable ToolCallMatch match, @Nullable EnclosingSpans enclosing) {
    AutoSteps steps = enclosing == null ? null : enclosing.steps();
    RequestOrigin origin = match == null || match.call() == null ? null : match.call().origin();
    return steps == null || origin == null || origin.reasoning() == null
        ? null
        : steps.find(origin.reasoning());
  }

  private static void input(ContentWriter content) {
    if (!content.isAllowed()) {
      return;
    }
    Captures captures = content.call().captures();
    Captured input = Inputs.ofCall(content);
    content.input(input);
    KeyedValues<String> arguments = captures.arguments();
    if (!arguments.isEmpty() && !captures.has(SpanProperty.TOOL_ARGUMENTS)) {
      boolean same = arguments == captures.inputs();
      content.toolArguments(same && input != null ? input : content.json(arguments));
    } else if (takesNone(content.call(), arguments)) {
      content.toolArguments(content.json(arguments));
    }
  }

  /** Whether the tool was executed without arguments, rather than with such as nobody may see. */
  private static boolean takesNone(Call call, KeyedValues<String> arguments) {
    Captures captures = call.captures();
    return arguments.isEmpty()
        && !captures.has(SpanProperty.TOOL_ARGUMENTS)
        && (captures.argumentsAreJson()
            || (call.spec().seesArguments() && !captures.has(SpanProperty.TOOL_NAME)));
  }

  private static void size(Call call) {
    Object result = call.result();
    if (result == null || call.outcome().isStreamed()) {
      return;
    }
    SpanWriter writer = call.writer();
    if (result instanceof String text) { // what most tools return, and quick to check for
      writer.put(OUTPUT_LENGTH, (long) text.length());
    } else if (result instanceof CharSequence text) {
      writer.put(OUTPUT_LENGTH, (long) text.length());
    } else if (result instanceof Collection<?> collection) {
      writer.put(Outputs.COUNT, (long) collection.size());
    } else if (result instanceof Map<?, ?> map) {
      writer.put(Outputs.COUNT, (long) map.size());
    } else if (result.getClass().isArray()) {
      writer.put(Outputs.COUNT, (long) Array.getLength(result));
    }
  }

  private static void count(Call call) {
    EnclosingSpans enclosingSpans = call.enclosingSpans();
    if (enclosingSpans != null && !call.contexts().isJoined()) {
      enclosingSpans.countToolCall();
    }
  }
}
