package io.spanloom.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.integrations.testing.WithoutLibrary;
import org.junit.jupiter.api.Test;

/** The jar without Micrometer Tracing is of no use, and of no harm. */
class MissingLibraryTest {

  @Test
  void programsAreTracedWithoutIt() throws Exception {
    assertThat(WithoutLibrary.run("micrometer-", "context-propagation"))
        .containsExactly("execute_tool lookup", "found", "0 failures");
  }
}
