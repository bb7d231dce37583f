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
            """);
  }
}
