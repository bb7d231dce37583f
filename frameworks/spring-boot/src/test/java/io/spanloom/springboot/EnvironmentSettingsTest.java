package io.spanloom.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.internal.call.Tracing;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;

/** Settings in the application's configuration. */
class EnvironmentSettingsTest {

  @Test
  void areBoundAsSpringBootBindsProperties() {
    assertThat(
            inForce(
                "spanloom.content=span_only",
                "spanloom.content.maxLength=100",
                "spanloom.semconv[0]=genai",
                "spanloom.semconv[1]=openinference",
                "spanloom.metrics.attributes=app.tenant_id, app.feature",
                "spanloom.free-text=${free}",
                "free=false"))
        .containsEntry("spanloom.content", "SPAN_ONLY")
        .containsEntry("spanloom.content.max-length", 100)
        .containsEntry("spanloom.semconv", List.of("genai", "openinference"))
        .containsEntry("spanloom.metrics.attributes", List.of("app.tenant_id", "app.feature"))
        .containsEntry("spanloom.free-text", false);
  }

  @Test
  void systemPropertiesWin() {
    System.setProperty("spanloom.documents.max", "7");
    try {
      Contexts.withStarter()
          .withInitializer(
              context ->
                  context
                      .getEnvironment()
                      .getPropertySources()
                      .addLast(
                          new MapPropertySource(
                              "application.yml", Map.of("spanloom.documents.max", "3"))))
          .run(context -> assertThat(settings()).containsEntry("spanloom.documents.max", 7));
    } finally {
      System.clearProperty("spanloom.documents.max");
    }
  }

  @Test
  void illegalValuesAndUnknownNamesAreWarnings() {
    try (LoggedWarnings logged = new LoggedWarnings()) {
      assertThat(inForce("spanloom.content=everything", "spanloom.contnet=SPAN_ONLY"))
          .containsEntry("spanloom.content", "NO_CONTENT");

      assertThat(logged.texts())
          .anySatisfy(
              text ->
                  assertThat(text)
                      .startsWith("spanloom.content=everything is not possible. Allowed: "))
          .anySatisfy(
              text ->
                  assertThat(text)
                      .startsWith("spanloom.contnet is not a setting of Spanloom. Known: "))
          .hasSize(2);
    }
  }

  @Test
  void missingLibrariesOfBundledIntegrationsAreNone() {
    try (LoggedWarnings logged = new LoggedWarnings()) {
      inForce("spanloom.enabled=true");

      assertThat(logged.texts()).isEmpty();
    }
  }

  private static Map<String, Object> inForce(String... properties) {
    AtomicReference<Map<String, Object>> found = new AtomicReference<>(Map.of());
    Contexts.withStarter()
        .withPropertyValues(properties)
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              found.set(settings());
            });
    return found.get();
  }

  private static Map<String, Object> settings() {
    return Objects.requireNonNull(Tracing.installed()).settings().inForce();
  }
}
