package io.spanloom.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** An application with Quarkus' BOM and its OpenTelemetry extension. */
class QuarkusTest {

  @Test
  void tracesALoopOverOpenAisClient() throws Exception {
    ApplicationRun run =
        ApplicationRun.of(
            "quarkus",
            List.of(),
            "target/quarkus-app/quarkus-run.jar",
            OpenAiScript.twoToolsThenAnswer());

    assertThat(run.output()).contains("Walden is on shelf 12 and kept for a week.");
    assertThat(run.trace())
        .isEqualTo(
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
