package io.spanloom.springai;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spanloom.SpanCall;
import io.spanloom.StartedSpan;
import io.spanloom.ToolCalls;
import io.spanloom.llm.LlmMessage;
import io.spanloom.llm.LlmToolCall;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.model.observation.ModelObservationContext;

/** A call of a chat model, from its first to its last observation, and its span. */
@SuppressWarnings("try") // a scope is only there to be closed
final class ModelCall {

  /** Where the model is asked. */
  private final Context caller;

  private volatile @Nullable StartedSpan span;

  private final boolean containsTools;
  private volatile @Nullable ModelObservationContext<?, ?> observed;
  private final List<ModelObservationContext<?, ?>> parts = new CopyOnWriteArrayList<>();

  /**
   * A call that begins.
   *
   * @param containsTools whether the tools it asks for run before it ends
   */
  ModelCall(Context caller, ModelObservationContext<?, ?> observed, boolean containsTools) {
    this.containsTools = containsTools;
    this.caller = caller;
    this.observed = observed;
  }

  /** The span; {@code null} before it has begun. */
  @Nullable StartedSpan span() {
    return span;
  }

  /** Whether the tools it asks for run before it ends. */
  boolean containsTools() {
    return containsTools;
  }

  /** A later call of the same stream, observed on its own, is part of this one. */
  void contains(ModelObservationContext<?, ?> part) {
    parts.add(part);
  }

  /** What the later calls of the same stream have used so far; their observations may still run. */
  List<Usage> usageOfParts() {
    return parts.stream()
        .map(ModelObservationContext::getResponse)
        .filter(ChatResponse.class::isInstance)
        .map(part -> ((ChatResponse) part).getMetadata().getUsage())
        .filter(Objects::nonNull)
        .toList();
  }

  /** Begins the span, which ends with the answer. */
  void begin(SpanCall call) {
    try (Scope ignored = caller.makeCurrent()) {
      span = call.start();
    }
  }

  /** The current context; on a thread that has none, the one in which the model is asked. */
  Context currentOrCaller() {
    Context current = Context.current();
    return current == Context.root() ? caller : current;
  }

  /** The response so far; {@code null} if there is none, or if the call has ended. */
  @Nullable ChatResponse response() {
    ModelObservationContext<?, ?> context = observed;
    return context != null && context.getResponse() instanceof ChatResponse response
        ? response
        : null;
  }

  /**
   * Announces the tool calls of a response, which are about to run.
   *
   * @return where they run
   */
  Context beforeTools(ChatResponse response) {
    if (containsTools) {
      StartedSpan started = span;
      try (Scope ignored = started == null ? caller.makeCurrent() : started.makeCurrent()) {
        announce(response);
      }
      return caller;
    }
    ChatResponse whole = response();
    if (whole != null) { // the observation is about to end on another thread
      end(whole, null);
    }
    return currentOrCaller();
  }

  /**
   * Ends the span, if it has not ended. Whoever comes second waits: then the tool calls of the
   * response are announced.
   */
  synchronized void end(@Nullable Object response, @Nullable Throwable error) {
    StartedSpan started = span;
    if (started == null) {
      return;
    }
    if (error == null) {
      started.end(response);
    } else {
      started.fail(error);
    }
  }

  /** Lets go of the conversation. */
  void ended() {
    observed = null;
    parts.clear();
  }

  /** The ids of the tool calls that the response so far asks for. */
  List<String> toolCallIds() {
    ChatResponse response = response();
    return response == null ? List.of() : ChatMessages.toolCallIds(response);
  }

  private static void announce(ChatResponse response) {
    for (LlmMessage message : new ChatResponseView(response).messages()) {
      for (LlmToolCall call : message.toolCalls()) {
        ToolCalls.announce(call.id(), call.name(), call.arguments());
      }
    }
  }
}
