package io.spanloom.adoption;

import org.junit.jupiter.api.Test;

/** An application in Kotlin, whose classes the processor sees through kapt. */
class KotlinTest {

  @Test
  void tracesALoopOverOpenAisClient() throws Exception {
    Application.jar("kotlin", "library-1.0.jar")
        .run(OpenAiScript.twoToolsThenAnswer())
        .printed(OpenAiScript.ANSWER)
        .exported(
            """
            invoke_agent librarian | INTERNAL | session=reader-7
              step 1 | INTERNAL | session=reader-7
                chat gpt-4.1-mini | CLIENT | session=reader-7 | provider=openai | in=100 | out=20
                execute_tool find_book | INTERNAL | session=reader-7 | call=call_1 | link=chat gpt-4.1-mini
              step 2 | INTERNAL | session=reader-7
                chat gpt-4.1-mini | CLIENT | session=reader-7 | provider=openai | in=150 | out=20
                execute_tool reserve_book | INTERNAL | session=reader-7 | call=call_2 | link=chat gpt-4.1-mini
              step 3 | INTERNAL | session=reader-7
                chat gpt-4.1-mini | CLIENT | session=reader-7 | provider=openai | in=200 | out=20
            """);
  }
}
