package io.spanloom.adoption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications whose parent is {@code spring-boot-starter-parent}. */
class SpringBootTest {

  private static final String JAR = "library-1.0.jar";

  @ParameterizedTest
  @ValueSource(strings = {"1.19.0", "1.0.0"})
  void boot34TracesAnAiServiceOfLangChain4j(String version) throws Exception {
    Application.jar("boot-3.4", "library-langchain4j-" + version + ".jar")
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

  /** Spring AI's own spans of models and tools are left out. */
  @Test
  void boot35TracesAChatClientOfSpringAi() throws Exception {
    Application.jar("boot-3.5", JAR)
        .run(OpenAiScript.twoToolsThenAnswer())
        .printed(OpenAiScript.ANSWER)
        .exported(
            """
            invoke_agent librarian | INTERNAL | session=reader-7
              spring_ai chat_client | INTERNAL
                call | INTERNAL
                  chat gpt-4.1-mini | CLIENT | session=reader-7 | provider=openai | in=100 | out=20
                    http post | CLIENT
                  execute_tool find_book | INTERNAL | session=reader-7 | call=call_1 | link=chat gpt-4.1-mini
                  chat gpt-4.1-mini | CLIENT | session=reader-7 | provider=openai | in=150 | out=20
                    http post | CLIENT
                  execute_tool reserve_book | INTERNAL | session=reader-7 | call=call_2 | link=chat gpt-4.1-mini
                  chat gpt-4.1-mini | CLIENT | session=reader-7 | provider=openai | in=200 | out=20
                    http post | CLIENT
            """);
  }

  /** Without Actuator; the tools are in a module of their own. */
  @Test
  void boot35TracesAllModules() throws Exception {
    Application.jar("boot-modules/application", JAR)
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

  @ParameterizedTest
  @ValueSource(strings = {"boot-4.0", "boot-4.1"})
  void boot4TracesARequestThatAsksAChatClientOfSpringAi(String application) throws Exception {
    Application.jar(application, JAR)
        .run(OpenAiScript.twoToolsThenAnswer())
        .printed(OpenAiScript.ANSWER)
        .exported(
            """
            http get /ask | SERVER
              invoke_agent librarian | INTERNAL | session=reader-7
                spring_ai chat_client | INTERNAL
                  tool _calling  | INTERNAL
                    call | INTERNAL
                      chat gpt-4.1-mini | CLIENT | session=reader-7 | provider=openai | in=100 | out=20
                        POST | CLIENT
                    execute_tool find_book | INTERNAL | session=reader-7 | call=call_1 | link=chat gpt-4.1-mini
                    call | INTERNAL
                      chat gpt-4.1-mini | CLIENT | session=reader-7 | provider=openai | in=150 | out=20
                        POST | CLIENT
                    execute_tool reserve_book | INTERNAL | session=reader-7 | call=call_2 | link=chat gpt-4.1-mini
                    call | INTERNAL
                      chat gpt-4.1-mini | CLIENT | session=reader-7 | provider=openai | in=200 | out=20
                        POST | CLIENT
            """);
  }

  @Test
  void boot35StartsWithTheAspectJAgentAndTracesCallsOfProxiesOnce() throws Exception {
    Application.jar("boot-proxies", JAR)
        .withAgent("agents/aspectjweaver.jar")
        .run()
        .printed("Walden is on shelf 12, 3, 1 kept")
        .exported(
            """
            invoke_agent librarian | INTERNAL | session=reader-7
              execute_tool find_book | INTERNAL | session=reader-7 | call=call_1
              execute_tool count_copies | INTERNAL | session=reader-7 | call=call_2
              execute_tool reserve_book | INTERNAL | session=reader-7 | call=call_3
            """);
  }
}
