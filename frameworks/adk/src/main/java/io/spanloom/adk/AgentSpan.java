package io.spanloom.adk;

import com.google.adk.agents.BaseAgent;
import com.google.adk.agents.CallbackContext;
import com.google.adk.models.LlmRequest;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import io.spanloom.AgentContext;
import io.spanloom.Spans;
import io.spanloom.StartedSpan;
import io.spanloom.annotations.Steps;
import org.jspecify.annotations.Nullable;

/** An agent that ADK runs. */
@SuppressWarnings("try") // a scope is only there to be closed
final class AgentSpan extends RelayedSpan {

  /** An agent that a tool runs has a session for the time being: the conversation is one. */
  private static final ContextKey<AgentSpan> IN_SESSION = ContextKey.named("spanloom-adk-session");

  private @Nullable StartedSpan agent;
  private @Nullable Throwable failure;
  private @Nullable String answer;
  private @Nullable Runnable atEnd;
  private @Nullable ModelSpan model;
  private @Nullable ModelRequest request;

  AgentSpan(Tracer adks, String name, Context parent) {
    super(adks, name, parent);
  }

  /**
   * The agent begins.
   *
   * @param after what to do when the span has ended
   */
  synchronized void begin(BaseAgent described, CallbackContext callback, Runnable after) {
    AgentSpan around = parent().get(IN_SESSION);
    AgentContext.Builder session = AgentContext.builder();
    if (around == null || around.isEnded()) {
      session.sessionId(callback.sessionId()).userId(callback.userId());
    }
    try (Scope caller = parent().makeCurrent();
        Scope ignored = session.build().makeCurrent()) {
      StartedSpan span =
          Spans.agent(described.name())
              .description(described.description())
              .steps(Steps.AUTO)
              .input(Texts.of(callback.userContent()))
              .start();
      agent = span;
      try (Scope below = span.makeCurrent()) {
        started(Context.current().with(IN_SESSION, this));
      }
    }
    atEnd = after;
  }

  /** The model is about to be asked. */
  synchronized void asks(ModelRequest asked) {
    request = asked;
    ask();
  }

  /** ADK has started its own span of a model call; that comes before or after the request. */
  synchronized void asks(ModelSpan call) {
    model = call;
    ask();
  }

  private void ask() {
    ModelSpan call = model;
    ModelRequest asked = request;
    if (call != null && asked != null && !call.isEnded()) {
      request = null;
      call.begin(asked);
    }
  }

  /** The model call in progress, or {@code null}. */
  synchronized @Nullable ModelSpan model() {
    return model;
  }

  /** What the agent has said last. */
  synchronized void said(@Nullable String text) {
    answer = text == null ? answer : text;
  }

  @Override
  synchronized void onFailure(Throwable thrown) {
    failure = thrown;
    super.onFailure(thrown);
  }

  @Override
  synchronized void onEnd() {
    super.onEnd();
    if (agent != null) {
      if (failure == null) {
        agent.end(answer);
      } else {
        agent.fail(failure);
      }
    }
    if (atEnd != null) {
      atEnd.run();
    }
  }

  /** A request to the model of an agent. */
  record ModelRequest(LlmRequest request, @Nullable String provider, @Nullable String model) {}
}
