package io.spanloom.adoption;

import org.junit.jupiter.api.Test;

/** An application with Quarkus' BOM and its OpenTelemetry extension. */
class QuarkusTest {

  @Test
  void tracesALoopOverOpenAisClient() throws Exception {
    Application.jar("quarkus", "quarkus-app/quarkus-run.jar")
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

  /** Quarkus' own spans of models and tools are left out. */
  @Test
  void theExtensionTracesAnAiServiceOfLangChain4j() throws Exception {
    Application.jar("quarkus-langchain4j", "quarkus-app/quarkus-run.jar")
        .run(OpenAiScript.twoToolsThenAnswer())
        .printed(OpenAiScript.ANSWER)
        .exported(
            """
            invoke_agent librarian | INTERNAL | session=reader-7
              langchain4j.aiservices.Assistant.answer | INTERNAL
                chat gpt-4.1-mini | CLIENT | session=reader-7 | provider=openai | in=100 | out=20
                POST /chat/completions | CLIENT
                execute_tool find_book | INTERNAL | session=reader-7 | call=call_1 | link=chat gpt-4.1-mini
                chat gpt-4.1-mini | CLIENT | session=reader-7 | provider=openai | in=150 | out=20
                POST /chat/completions | CLIENT
                execute_tool reserve_book | INTERNAL | session=reader-7 | call=call_2 | link=chat gpt-4.1-mini
                chat gpt-4.1-mini | CLIENT | session=reader-7 | provider=openai | in=200 | out=20
                POST /chat/completions | CLIENT
            """);
  }
}
