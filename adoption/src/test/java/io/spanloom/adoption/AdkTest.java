package io.spanloom.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** An application with Google's Agent Development Kit and the OpenTelemetry that it brings. */
class AdkTest {

  @Test
  void tracesAnAgentAndItsTools() throws Exception {
    ApplicationRun run =
        ApplicationRun.of(
            "adk", List.of(), "target/library-1.0.jar", GeminiScript.twoToolsThenAnswer());

    assertThat(run.output()).contains("Walden is on shelf 12 and kept for a week.");
    assertThat(run.trace())
        .isEqualTo(
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
