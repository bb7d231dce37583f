package io.spanloom.langchain4j;

import dev.langchain4j.agentic.scope.AgenticScope;
import io.opentelemetry.context.Scope;
import io.spanloom.StartedSpan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The agents that run on each thread, the innermost first. */
final class OpenAgents {

  private final ThreadLocal<Deque<Agent>> agents = ThreadLocal.withInitial(ArrayDeque::new);

  void push(Agent agent) {
    agents.get().push(agent);
  }

  /** Whether the agent is the one that invokes agents on this thread. */
  boolean isInnermost(AgenticScope scope, String id) {
    Agent innermost = agents.get().peek();
    return innermost != null && innermost.is(scope, id);
  }

  /** Ends an agent, and before it those inside it whose end no event has reported. */
  void end(AgenticScope scope, String id, Consumer<StartedSpan> end) {
    Deque<Agent> open = agents.get();
    if (open.stream().noneMatch(agent -> agent.is(scope, id))) {
      return;
    }
    Agent agent = open.pop();
    while (!agent.is(scope, id)) {
      agent.end(StartedSpan::end);
      agent = open.pop();
    }
    agent.end(end);
    forgetIfNone(open);
  }

  /** Ends the agents of a scope. */
  void endAll(AgenticScope scope) {
    Deque<Agent> open = agents.get();
    for (Agent agent = open.peek(); agent != null && agent.isIn(scope); agent = open.peek()) {
      open.pop();
      agent.end(StartedSpan::end);
    }
    forgetIfNone(open);
  }

  private void forgetIfNone(Deque<Agent> open) {
    if (open.isEmpty()) {
      agents.remove();
    }
  }

  /** An agent whose span is current on its thread. */
  record Agent(AgenticScope scope, @Nullable String id, StartedSpan span, Scope current) {

    boolean is(AgenticScope other, String otherId) {
      return isIn(other) && otherId.equals(id);
    }

    @SuppressWarnings("ReferenceEquality") // the very scope
    boolean isIn(AgenticScope other) {
      return scope == other;
    }

    void end(Consumer<StartedSpan> end) {
      current.close();
      end.accept(span);
    }
  }
}
