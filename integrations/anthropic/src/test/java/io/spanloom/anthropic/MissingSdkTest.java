package io.spanloom.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.replay.WithoutLibrary;
import org.junit.jupiter.api.Test;

/** The integration's jar without its library is of no use, and of no harm. */
class MissingSdkTest {

  @Test
  void programsAreTracedWithoutIt() throws Exception {
    assertThat(WithoutLibrary.run("anthropic-java"))
        .startsWith("execute_tool lookup", "found")
        .last()
        .asString()
        .matches("[1-9]\\d* failures");
  }
}
