package io.spanloom.adoption;

import io.spanloom.integrations.testing.Reply;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Agents of LangChain4j's agentic module: in sequence, in the background and in parallel. */
class AgenticTest {

  private static final String TWO_AGENTS =
      """
      invoke_agent library | INTERNAL | session=%1$s
        invoke_agent finder | INTERNAL | session=%1$s
          chat gpt-4.1-mini | CLIENT | session=%1$s | provider=openai | in=100 | out=20
          execute_tool find_book | INTERNAL | session=%1$s | call=call_1 | link=chat gpt-4.1-mini
          chat gpt-4.1-mini | CLIENT | session=%1$s | provider=openai | in=150 | out=20
        invoke_agent clerk | INTERNAL | session=%1$s
          chat gpt-4.1-mini | CLIENT | session=%1$s | provider=openai | in=200 | out=20
          execute_tool reserve_book | INTERNAL | session=%1$s | call=call_2 | link=chat gpt-4.1-mini
          chat gpt-4.1-mini | CLIENT | session=%1$s | provider=openai | in=250 | out=20
      """;

  private static final String TWO_CRITICS =
      """
      invoke_agent panel | INTERNAL | session=reader-9
        invoke_agent critic | INTERNAL | session=reader-9
          chat gpt-4.1-mini | CLIENT | session=reader-9 | provider=openai | in=50 | out=20
        invoke_agent critic | INTERNAL | session=reader-9
          chat gpt-4.1-mini | CLIENT | session=reader-9 | provider=openai | in=50 | out=20
      """;

  @Test
  void tracesAgentsOnAllThreads() throws Exception {
    Application.jar("agentic", "library-1.0.jar")
        .run(replies())
        .printed(OpenAiScript.ANSWER)
        .exported(
            TWO_AGENTS.formatted("reader-7") + TWO_AGENTS.formatted("reader-8") + TWO_CRITICS);
  }

  private static Reply[] replies() {
    return Stream.of(
            OpenAiScript.twoAgents(),
            OpenAiScript.twoAgents(),
            Stream.of(OpenAiScript.opinion(), OpenAiScript.opinion()))
        .flatMap(conversation -> conversation)
        .toArray(Reply[]::new);
  }
}
