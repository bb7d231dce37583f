package io.spanloom.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Applications whose parent is {@code spring-boot-starter-parent}. */
class SpringBootTest {

  private static final String JAR = "target/library-1.0.jar";
  private static final String ANSWER = "Walden is on shelf 12 and kept for a week.";

  @Test
  void boot34TracesAnAiServiceOfLangChain4j() throws Exception {
    ApplicationRun run =
        ApplicationRun.of("boot-3.4", List.of(), JAR, OpenAiScript.twoToolsThenAnswer());

    assertThat(run.output()).contains(ANSWER);
    assertThat(run.trace())
        .isEqualTo(
            """
            invoke_agent librarian | INTERNAL | session=reader-7
              chat gpt-4.1-mini | CLIENT | session=reader-7 | provider=openai | in=100 | out=20
              execute_tool find_book | INTERNAL | session=reader-7 | call=call_1 | link=chat gpt-4.1-mini
              chat gpt-4.1-mini | CLIENT | session=reader-7 | provider=openai | in=150 | out=20
              execute_tool reserve_book | INTERNAL | session=reader-7 | call=call_2 | link=chat gpt-4.1-mini
              chat gpt-4.1-mini | CLIENT | session=reader-7 | provider=openai | in=200 | out=20
            """);
  }

  @Test
  void boot34TakesATracedModelOfTheFirstLangChain4jAsBean() throws Exception {
    ApplicationRun run =
        ApplicationRun.of("boot-3.4-langchain4j-1.0", List.of(), JAR, OpenAiScript.answer(100));

    assertThat(run.output()).contains(ANSWER);
    assertThat(run.trace())
        .isEqualTo(
            """
            chat gpt-4.1-mini | CLIENT | provider=openai | in=100 | out=20
            """);
  }

  @Test
  void boot35TracesAChatClientOfSpringAi() throws Exception {
    ApplicationRun run =
        ApplicationRun.of("boot-3.5", List.of(), JAR, OpenAiScript.twoToolsThenAnswer());

    assertThat(run.output()).contains(ANSWER);
    assertThat(run.trace())
        .isEqualTo(
            """
            invoke_agent librarian | INTERNAL | session=reader-7
              spring_ai chat_client | INTERNAL
                call | INTERNAL
                  chat gpt-4.1-mini | INTERNAL | in=100 | out=20
                    http post | CLIENT
                  chat gpt-4.1-mini | CLIENT | session=reader-7 | provider=openai | in=100 | out=20
                  execute_tool find_book | INTERNAL | session=reader-7 | call=call_1 | link=chat gpt-4.1-mini
                  chat gpt-4.1-mini | INTERNAL | in=250 | out=40
                    http post | CLIENT
                  chat gpt-4.1-mini | CLIENT | session=reader-7 | provider=openai | in=150 | out=20
                  execute_tool reserve_book | INTERNAL | session=reader-7 | call=call_2 | link=chat gpt-4.1-mini
                  chat gpt-4.1-mini | INTERNAL | in=450 | out=60
                    http post | CLIENT
                  chat gpt-4.1-mini | CLIENT | session=reader-7 | provider=openai | in=200 | out=20
            """);
  }

  @Test
  void boot40TracesAChatClientOfSpringAi() throws Exception {
    ApplicationRun run =
        ApplicationRun.of("boot-4.0", List.of(), JAR, OpenAiScript.twoToolsThenAnswer());

    assertThat(run.output()).contains(ANSWER);
    assertThat(run.trace())
        .isEqualTo(
            """
            invoke_agent librarian | INTERNAL | session=reader-7
              spring_ai chat_client | INTERNAL
                tool _calling  | INTERNAL
                  call | INTERNAL
                    chat gpt-4.1-mini | INTERNAL | in=100 | out=20
                      POST | CLIENT
                    chat gpt-4.1-mini | CLIENT | session=reader-7 | provider=openai | in=100 | out=20
                  execute_tool find_book | INTERNAL | session=reader-7 | call=call_1 | link=chat gpt-4.1-mini
                  call | INTERNAL
                    chat gpt-4.1-mini | INTERNAL | in=150 | out=20
                      POST | CLIENT
                    chat gpt-4.1-mini | CLIENT | session=reader-7 | provider=openai | in=150 | out=20
                  execute_tool reserve_book | INTERNAL | session=reader-7 | call=call_2 | link=chat gpt-4.1-mini
                  call | INTERNAL
                    chat gpt-4.1-mini | INTERNAL | in=200 | out=20
                      POST | CLIENT
                    chat gpt-4.1-mini | CLIENT | session=reader-7 | provider=openai | in=200 | out=20
            """);
  }

  @Test
  void boot35StartsWithTheAspectJAgentAndTracesCallsOfProxiesOnce() throws Exception {
    ApplicationRun run =
        ApplicationRun.of(
            "boot-proxies", List.of("-javaagent:target/agents/aspectjweaver.jar"), JAR);

    assertThat(run.output()).contains("Walden is on shelf 12, 3, 1 kept");
    assertThat(run.trace())
        .isEqualTo(
            """
            invoke_agent librarian | INTERNAL | session=reader-7
              execute_tool find_book | INTERNAL | session=reader-7 | call=call_1
              execute_tool count_copies | INTERNAL | session=reader-7 | call=call_2
              execute_tool reserve_book | INTERNAL | session=reader-7 | call=call_3
            """);
  }
}
