package io.spanloom.internal.call;

import io.opentelemetry.context.Context;
import io.spanloom.internal.convention.SpanRole;
import io.spanloom.internal.session.AutoSteps;
import io.spanloom.internal.session.EnclosingSpans;
import io.spanloom.internal.toolcall.ToolCallMatch;
import io.spanloom.llm.LlmToolCall;
import io.spanloom.llm.StreamedResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the calls of one span role do that others do not. Roles have no state: a call's own is in
 * the {@link Call}, and what is known before it happens in its {@link CallPlan}.
 */
public abstract class CallRole {

  private final SpanRole spanRole;

  public CallRole(SpanRole spanRole) {
    this.spanRole = spanRole;
  }

  public final SpanRole spanRole() {
    return spanRole;
  }

  /** Adds the recorders that calls need with the settings in force. */
  public abstract void plan(CallPlan.Builder plan);

  /** Whether calls ask a model. */
  public boolean asksModel() {
    return false;
  }

  /** Whether calls go to a provider, which may have names of its own for failures. */
  public boolean callsProvider() {
    return false;
  }

  /** Whether the span says which agent the call works for. */
  public boolean namesAgent(CallSpec spec) {
    return false;
  }

  /** Whether what a call is given may name its span. */
  public boolean namedByRequest() {
    return false;
  }

  /** Whether the call's arguments tell which request of a model it answers. */
  public boolean matchesArguments() {
    return false;
  }

  /** Takes an argument that may be a request which adapters understand, or a part of one. */
  public void readRequest(Call call, Object argument) {
    ModelRequests.read(call, argument);
  }

  /** Does what comes before the call is placed in the trace. */
  public void beforeStart(Call call, @Nullable EnclosingSpans enclosing) {}

  /** The request of a model that the call answers, or {@code null}. */
  public @Nullable ToolCallMatch match(
      Call call, Context caller, @Nullable EnclosingSpans enclosing) {
    return null;
  }

  /** The step that the call opens in the run around it, or {@code null}. */
  public AutoSteps.@Nullable Step openStep(
      Call call, Context caller, @Nullable EnclosingSpans enclosing) {
    return null;
  }

  /** The first piece of what the call delivers is there. */
  public void firstChunk(Call call, double seconds) {}

  /** Another piece of what the call delivers is there, some seconds after the one before. */
  public void laterChunk(Call call, double seconds) {}

  /**
   * Takes a piece of what the call delivers.
   *
   * @return whether it was a whole response, so that nothing else need read it
   */
  public boolean takeChunk(Call call, Object chunk) {
    return false;
  }

  /** A piece of what the call delivers asks for tools. */
  public void toolCallsArrived(Call call, List<LlmToolCall> toolCalls) {}

  /** What the call gives back where it passes a model's stream on. */
  public @Nullable Object streamedResult(StreamedResponse response) {
    String text = response.text();
    return text.isEmpty() ? null : text;
  }

  /** What was declared as a stream is in memory as a whole; its pieces may be read. */
  public void readInMemory(Call call, @Nullable Object result, @Nullable ResultReader<?> reader) {}
}
