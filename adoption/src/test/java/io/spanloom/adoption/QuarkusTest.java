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

  /** The AI service and its tools are beans of Quarkus' LangChain4j. */
  @Test
  void theExtensionTracesAnAiServiceOfLangChain4j() throws Exception {
    Application.jar("quarkus-langchain4j", "quarkus-app/quarkus-run.jar")
        .run(OpenAiScript.twoToolsThenAnswer())
        .printed(OpenAiScript.ANSWER)
        .exported(
            """
            invoke_agent librarian | INTERNAL | session=reader-7
              chat gpt-4.1-mini | CLIENT | session=reader-7 | provider=openai | in=100 | out=20
              execute_tool find_book | INTERNAL | session=reader-7 | call=call_1 | link=chat gpt-4.1-mini
              chat gpt-4.1-mini | CLIENT | session=reader-7 | provider=openai | in=150 | out=20
              execute_tool reserve_book | INTERNAL | session=reader-7 | call=call_2 | link=chat gpt-4.1-mini
              chat gpt-4.1-mini | CLIENT | session=reader-7 | provider=openai | in=200 | out=20
            """);
  }
}
