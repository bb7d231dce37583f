package io.spanloom.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.integrations.testing.WithoutLibrary;
import org.junit.jupiter.api.Test;

/** The integration's jar without its library is of no use, and of no harm. */
class MissingSdkTest {

  @Test
  void programsAreTracedWithoutItAndOneLineSaysSo() throws Exception {
    assertThat(WithoutLibrary.run("bedrockruntime-"))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .matches(
                        "io.spanloom.bedrock is not used: [a-z0-9.]+\\.[A-Z]\\w+ is not on the class"
                            + " path\\. Add that library, or remove the integration\\."),
            line -> assertThat(line).isEqualTo("execute_tool lookup"),
            line -> assertThat(line).isEqualTo("found"),
            line -> assertThat(line).matches("[1-9]\\d* failures"));
  }
}
