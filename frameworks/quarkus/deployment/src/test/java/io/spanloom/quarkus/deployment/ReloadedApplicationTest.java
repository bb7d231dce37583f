package io.spanloom.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusDevModeTest;
import io.restassured.RestAssured;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Dev mode: a changed source is compiled, woven and traced, by the OpenTelemetry that is new. */
class ReloadedApplicationTest {

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
    assertThat(exported()).isEqualTo(trace("look"));

    application.modifySourceFile(Librarian.class, source -> source.replace("shelf 12", "shelf 7"));

    assertThat(get("answer")).isEqualTo("Walden is on shelf 7");
    assertThat(exported()).isEqualTo(trace("look"));
  }

  /** The request itself is Quarkus' span. */
  private static String trace(String task) {
    return """
        GET /library/answer
          invoke_agent librarian
            execute_tool find_book
              %s
        """
        .formatted(task);
  }

  /** A request's span may end after its answer has arrived. */
  private static String exported() {
    String trace = "";
    for (int i = 0; i < 1000 && !trace.contains("GET /library/answer"); i++) {
      trace = get("trace");
    }
    return trace;
  }

  private static String get(String what) {
    return RestAssured.get("/library/" + what).asString();
  }
}
