package io.spanloom.adoption;

import org.junit.jupiter.api.Test;

/** An application with Google's Agent Development Kit and the OpenTelemetry that it brings. */
class AdkTest {

  /** ADK traces itself, too: its own spans have no session. */
  @Test
  void tracesAnAgentAndItsTools() throws Exception {
    Application.jar("adk", "library-1.0.jar")
        .run(GeminiScript.twoToolsThenAnswer())
        .printed(GeminiScript.ANSWER)
        .exported(
            """
            invoke_agent librarian | INTERNAL | session=reader-7
              invocation | INTERNAL
                invoke_agent librarian | INTERNAL
                  call_llm | INTERNAL | in=100 | out=20
                    execute_tool find_book | INTERNAL
                    execute_tool find_book | INTERNAL | session=reader-7 | call=call_1
                  call_llm | INTERNAL | in=150 | out=20
                    execute_tool reserve_book | INTERNAL
                    execute_tool reserve_book | INTERNAL | session=reader-7 | call=call_2
                  call_llm | INTERNAL | in=200 | out=20
            """);
  }
}
