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
            """);
  }
}
