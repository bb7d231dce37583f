package io.spanloom.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.integrations.testing.WithoutLibrary;
import org.junit.jupiter.api.Test;

/** The integration's jar without its library is of no use, and of no harm. */
class MissingSdkTest {

  @Test
  void programsAreTracedWithoutItAndOneLineSaysSo() throws Exception {
    assertThat(WithoutLibrary.run("reactor-core", "reactive-streams"))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo(
                        "io.spanloom.reactor is not used:"
                            + " reactor.core.publisher.Flux is not on the class path. Add that"
                            + " library, or remove the integration."),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "io.spanloom.reactivestreams is not used:"
                            + " org.reactivestreams.Publisher is not on the class path. Add that"
                            + " library, or remove the integration."),
            line -> assertThat(line).isEqualTo("execute_tool lookup"),
            line -> assertThat(line).isEqualTo("found"),
            line -> assertThat(line).matches("[1-9]\\d* failures"));
  }
}
