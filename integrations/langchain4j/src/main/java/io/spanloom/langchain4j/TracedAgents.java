package io.spanloom.langchain4j;

import dev.langchain4j.agentic.observability.AgentListener;

/**
 * Traces the agents of LangChain4j's agentic module, 1.10 and newer.
 *
 * <pre>{@code
 * AgenticServices.sequenceBuilder(Newsroom.class)
 *     .subAgents(writer, editor)
 *     .listener(TracedAgents.listener())
 *     .build();
 * }</pre>
 */
public final class TracedAgents {

  private TracedAgents() {}

  /**
   * A listener for the outermost agent. It and each of its sub-agents has a span like
   * {@code @Agent}'s, below the agent that invokes it, on whichever thread it runs. The memory's id
   * is the session unless there is one already.
   */
  public static AgentListener listener() {
    return new AgentSpans();
  }
}
