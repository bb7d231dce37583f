package io.spanloom.adoption;

import org.junit.jupiter.api.Test;

/** An application with Google's Agent Development Kit and the OpenTelemetry that it brings. */
class AdkTest {

  @Test
  void tracesAnAgentAndItsTools() throws Exception {
    Application.jar("adk", "library-1.0.jar")
        .run(GeminiScript.twoToolsThenAnswer())
        .printed(GeminiScript.ANSWER)
        .exported(
            """
            invoke_agent librarian | INTERNAL | session=reader-7
              step 1 | INTERNAL | session=reader-7
                chat gemini-2.5-flash | CLIENT | session=reader-7 | provider=gcp.gen_ai | in=100 | out=20
                execute_tool find_book | INTERNAL | session=reader-7 | call=call_1 | link=chat gemini-2.5-flash
              step 2 | INTERNAL | session=reader-7
                chat gemini-2.5-flash | CLIENT | session=reader-7 | provider=gcp.gen_ai | in=150 | out=20
                execute_tool reserve_book | INTERNAL | session=reader-7 | call=call_2 | link=chat gemini-2.5-flash
              step 3 | INTERNAL | session=reader-7
                chat gemini-2.5-flash | CLIENT | session=reader-7 | provider=gcp.gen_ai | in=200 | out=20
            """);
  }
}
