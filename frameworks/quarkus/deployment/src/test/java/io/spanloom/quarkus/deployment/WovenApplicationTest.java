package io.spanloom.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application that no build plugin has woven, and that starts no OpenTelemetry itself. */
class WovenApplicationTest {

  @RegisterExtension
  static final QuarkusUnitTest application =
      new QuarkusUnitTest()
          .withApplicationRoot(
              archive ->
                  archive
                      .addPackage(WovenApplicationTest.class.getPackage())
                      .addAsResource("META-INF/spanloom/span-model.json"))
          .overrideConfigKey("quarkus.otel.traces.exporter", "none")
          .overrideConfigKey("quarkus.otel.metrics.exporter", "none")
          .overrideConfigKey("quarkus.otel.logs.exporter", "none");

  @Inject Librarian librarian;

  @Inject Exported exported;

  @Test
  void isTraced() {
    assertThat(librarian.answer("reader-7", "Walden")).isEqualTo("Walden is on shelf 12");

    assertThat(exported.tree())
        .isEqualTo(
            """
            invoke_agent librarian
              execute_tool find_book
                look
            """);
  }
}
