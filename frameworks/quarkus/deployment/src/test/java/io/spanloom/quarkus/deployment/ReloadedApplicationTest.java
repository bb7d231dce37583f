package io.spanloom.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusDevModeTest;
import io.restassured.RestAssured;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Dev mode: a changed source is compiled, woven and traced, by the OpenTelemetry that is new. */
class ReloadedApplicationTest {

  private static final String TRACE =
      """
      invoke_agent librarian
        execute_tool find_book
          look
      """;

  @RegisterExtension
  static final QuarkusDevModeTest application =
      new QuarkusDevModeTest()
          .withApplicationRoot(
              archive ->
                  archive
                      .addPackage(ReloadedApplicationTest.class.getPackage())
                      .addAsResource("META-INF/spanloom/span-model.json")
                      .addAsResource(
                          new StringAsset(
                              """
                              quarkus.otel.traces.exporter=none
                              quarkus.otel.metrics.exporter=none
                              quarkus.otel.logs.exporter=none
                              """),
                          "application.properties"));

  @Test
  void isTracedAfterAReload() {
    assertThat(get("answer")).isEqualTo("Walden is on shelf 12");
    assertThat(get("trace")).isEqualTo(TRACE);

    application.modifySourceFile(Librarian.class, source -> source.replace("shelf 12", "shelf 7"));

    assertThat(get("answer")).isEqualTo("Walden is on shelf 7");
    assertThat(get("trace")).isEqualTo(TRACE);
  }

  private static String get(String what) {
    return RestAssured.get("/library/" + what).asString();
  }
}
