package io.spanloom.langchain4j;

import dev.langchain4j.agentic.observability.AgentInvocationError;
import dev.langchain4j.agentic.observability.AgentListener;
import dev.langchain4j.agentic.observability.AgentRequest;
import dev.langchain4j.agentic.observability.AgentResponse;
import dev.langchain4j.agentic.planner.AgentInstance;
import dev.langchain4j.agentic.scope.AgenticScope;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.spanloom.Spans;
import io.spanloom.StartedSpan;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Opens and ends the spans of agents. The events of one invocation come on one thread; its
 * sub-agents may run on others, and find it by its id in the scope they share.
 */
@SuppressWarnings("try") // a scope is only there to be closed
final class AgentSpans implements AgentListener {

  private final OpenAgents open = new OpenAgents();

  /**
   * Where the sub-agents of an agent belong, as long as the scope is in use: an asynchronous agent
   * may start after its parent has ended.
   */
  private final Map<AgenticScope, Map<String, Context>> contexts = new WeakHashMap<>();

  @Override
  public boolean inheritedBySubagents() {
    return true;
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // closed by the event at the agent's end
  public void beforeAgentInvocation(AgentRequest request) {
    AgentInstance agent = request.agent();
    StartedSpan span;
    try (Scope ignored = parent(request).makeCurrent();
        Scope session = session(request)) {
      span =
          Spans.agent(agent.name()).description(description(agent)).input(request.inputs()).start();
    }
    Scope current = span.makeCurrent();
    open.push(new OpenAgents.Agent(request.agenticScope(), request.agentId(), span, current));
    contexts(request.agenticScope()).put(request.agentId(), Context.current());
  }

  @Override
  public void afterAgentInvocation(AgentResponse response) {
    open.end(response.agenticScope(), response.agentId(), span -> span.end(response.output()));
  }

  @Override
  public void onAgentInvocationError(AgentInvocationError failure) {
    Throwable cause = cause(failure.error());
    open.end(failure.agenticScope(), failure.agentId(), span -> span.fail(cause));
  }

  /**
   * An agent that waits for a human goes on in an invocation of its own; no other event ends it.
   */
  @Override
  public void onAgenticSystemSuspended(AgenticScope scope) {
    open.endAll(scope);
  }

  private Context parent(AgentRequest request) {
    AgentInstance parent = request.agent().parent();
    if (parent == null || open.isInnermost(request.agenticScope(), parent.agentId())) {
      return Context.current();
    }
    Context known = contexts(request.agenticScope()).get(parent.agentId());
    return known == null ? Context.current() : known;
  }

  private Map<String, Context> contexts(AgenticScope scope) {
    synchronized (contexts) {
      return contexts.computeIfAbsent(scope, first -> new ConcurrentHashMap<>());
    }
  }

  /** A scope without a memory has an id of its own making, which is not among the arguments. */
  private static Scope session(AgentRequest request) {
    Object memoryId = request.agenticScope().memoryId();
    return request.agent().parent() == null && request.inputs().containsValue(memoryId)
        ? MemorySession.enter(memoryId)
        : Scope.noop();
  }

  private static @Nullable String description(AgentInstance agent) {
    String text = agent.description();
    return text == null || text.isBlank() ? null : text;
  }

  /** What the agent threw, out of what LangChain4j makes of it. */
  private static Throwable cause(Throwable error) {
    Throwable cause = error;
    while (cause.getCause() != null
        && (cause instanceof InvocationTargetException
            || cause.getClass().getSimpleName().equals("AgentInvocationException"))) {
      cause = cause.getCause();
    }
    return cause;
  }
}
